/* `piconumpy` against CPython's C API, as one writes it by hand for speed: the other side of the
 * benchmark, and the one that says what passing the tests means. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>

typedef struct {
    PyObject_HEAD
    Py_ssize_t size;
    double *items;
} Array;

static PyTypeObject *array_type;

/* The items are not written. */
static Array *array_make(PyTypeObject *type, Py_ssize_t size)
{
    if (size < 0) {
        PyErr_SetString(PyExc_ValueError, "the size of an array cannot be negative");
        return NULL;
    }
    double *items = PyMem_New(double, size);
    if (items == NULL) {
        PyErr_NoMemory();
        return NULL;
    }
    Array *self = (Array *)type->tp_alloc(type, 0);
    if (self == NULL) {
        PyMem_Free(items);
        return NULL;
    }
    self->size = size;
    self->items = items;
    return self;
}

static int is_array(PyObject *object) { return PyObject_TypeCheck(object, array_type); }

static int number(PyObject *object, double *value)
{
    *value = PyFloat_AsDouble(object);
    return *value == -1.0 && PyErr_Occurred() ? -1 : 0;
}

static PyObject *array_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    if (PyTuple_GET_SIZE(args) != 1 || (keywords != NULL && PyDict_GET_SIZE(keywords) != 0)) {
        PyErr_SetString(PyExc_TypeError, "array() takes one positional argument");
        return NULL;
    }
    PyObject *list = PyTuple_GET_ITEM(args, 0);
    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "parameter must be a list");
        return NULL;
    }
    Array *self = array_make(type, PyList_GET_SIZE(list));
    if (self == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < self->size; i++) {
        PyObject *item = i < PyList_GET_SIZE(list) ? PyList_GET_ITEM(list, i) : NULL;
        if (item == NULL) {
            PyErr_SetString(PyExc_RuntimeError, "the list has changed");
            Py_DECREF(self);
            return NULL;
        }
        Py_INCREF(item);
        int failed = number(item, &self->items[i]);
        Py_DECREF(item);
        if (failed) {
            Py_DECREF(self);
            return NULL;
        }
    }
    return (PyObject *)self;
}

static void array_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    PyMem_Free(((Array *)self)->items);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *array_size(PyObject *self, void *unused) { return PyLong_FromSsize_t(((Array *)self)->size); }

static PyObject *array_tolist(PyObject *self, PyObject *unused)
{
    Array *array = (Array *)self;
    PyObject *list = PyList_New(array->size);
    if (list == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < array->size; i++) {
        PyObject *item = PyFloat_FromDouble(array->items[i]);
        if (item == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, i, item);
    }
    return list;
}

static Py_ssize_t array_length(PyObject *self) { return ((Array *)self)->size; }

static int out_of_range(PyObject *self, Py_ssize_t index)
{
    if (index >= 0 && index < ((Array *)self)->size)
        return 0;
    PyErr_SetString(PyExc_IndexError, "index out of range");
    return 1;
}

static PyObject *array_item(PyObject *self, Py_ssize_t index)
{
    return out_of_range(self, index) ? NULL : PyFloat_FromDouble(((Array *)self)->items[index]);
}

static int array_ass_item(PyObject *self, Py_ssize_t index, PyObject *item)
{
    double value;
    if (item == NULL) {
        PyErr_SetString(PyExc_TypeError, "'piconumpy.array' object doesn't support item deletion");
        return -1;
    }
    if (number(item, &value) < 0 || out_of_range(self, index))
        return -1;
    ((Array *)self)->items[index] = value;
    return 0;
}

static PyObject *array_add(PyObject *left, PyObject *right)
{
    if (!is_array(left) || !is_array(right))
        Py_RETURN_NOTIMPLEMENTED;
    Array *a = (Array *)left, *b = (Array *)right;
    if (a->size != b->size) {
        PyErr_SetString(PyExc_ValueError, "the arrays have different sizes");
        return NULL;
    }
    Array *sum = array_make(array_type, a->size);
    if (sum == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < a->size; i++)
        sum->items[i] = a->items[i] + b->items[i];
    return (PyObject *)sum;
}

static PyObject *array_multiply(PyObject *left, PyObject *right)
{
    PyObject *array = is_array(left) ? left : right, *other = is_array(left) ? right : left;
    double factor;
    if (is_array(other) || !PyNumber_Check(other))
        Py_RETURN_NOTIMPLEMENTED;
    if (number(other, &factor) < 0)
        return NULL;
    Array *a = (Array *)array, *product = array_make(array_type, a->size);
    if (product == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < a->size; i++)
        product->items[i] = a->items[i] * factor;
    return (PyObject *)product;
}

static PyObject *array_divide(PyObject *left, PyObject *right)
{
    double divisor;
    if (!is_array(left) || is_array(right) || !PyNumber_Check(right))
        Py_RETURN_NOTIMPLEMENTED;
    if (number(right, &divisor) < 0)
        return NULL;
    Array *a = (Array *)left, *quotient = array_make(array_type, a->size);
    if (quotient == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < a->size; i++)
        quotient->items[i] = a->items[i] / divisor;
    return (PyObject *)quotient;
}

static PyObject *mapped(PyObject *object, double (*function)(double))
{
    if (!is_array(object)) {
        PyErr_SetString(PyExc_TypeError, "parameter must be an array");
        return NULL;
    }
    Array *a = (Array *)object, *result = array_make(array_type, a->size);
    if (result == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < a->size; i++)
        result->items[i] = function(a->items[i]);
    return (PyObject *)result;
}

static PyObject *array_cos(PyObject *module, PyObject *array) { return mapped(array, cos); }
static PyObject *array_sin(PyObject *module, PyObject *array) { return mapped(array, sin); }

static PyObject *array_empty(PyObject *module, PyObject *number)
{
    Py_ssize_t size = PyNumber_AsSsize_t(number, PyExc_OverflowError);
    if (size == -1 && PyErr_Occurred())
        return NULL;
    return (PyObject *)array_make(array_type, size);
}

static PyObject *array_zeros(PyObject *module, PyObject *number)
{
    Array *array = (Array *)array_empty(module, number);
    if (array != NULL)
        memset(array->items, 0, array->size * sizeof(double));
    return (PyObject *)array;
}

static PyGetSetDef array_getset[] = {{"size", array_size}, {NULL}};
static PyMethodDef array_methods[] = {{"tolist", array_tolist, METH_NOARGS}, {NULL}};
static PyType_Slot array_slots[] = {
    {Py_tp_new, array_new},         {Py_tp_dealloc, array_dealloc},  {Py_tp_getset, array_getset},
    {Py_tp_methods, array_methods}, {Py_sq_length, array_length},    {Py_sq_item, array_item},
    {Py_sq_ass_item, array_ass_item}, {Py_nb_add, array_add},        {Py_nb_multiply, array_multiply},
    {Py_nb_true_divide, array_divide}, {0}};
static PyType_Spec array_spec = {"piconumpy.array", sizeof(Array), 0, Py_TPFLAGS_DEFAULT, array_slots};

static PyMethodDef functions[] = {
    {"empty", array_empty, METH_O},
    {"zeros", array_zeros, METH_O},
    {"cos", array_cos, METH_O},
    {"sin", array_sin, METH_O},
    {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "piconumpy", NULL, -1, functions};

PyMODINIT_FUNC PyInit_piconumpy(void)
{
    PyObject *m = PyModule_Create(&module);
    if (m == NULL)
        return NULL;
#ifdef Py_GIL_DISABLED
    PyUnstable_Module_SetGIL(m, Py_MOD_GIL_NOT_USED);
#endif
    array_type = (PyTypeObject *)PyType_FromSpec(&array_spec);
    if (array_type == NULL || PyModule_AddObject(m, "array", (PyObject *)array_type) < 0) {
        Py_DECREF(m);
        return NULL;
    }
    Py_INCREF(array_type);
    return m;
}
