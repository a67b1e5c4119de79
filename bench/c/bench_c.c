/* The benchmark's functions and classes against CPython's C API, as one writes them by hand for speed. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *noop(PyObject *self, PyObject *unused) { Py_RETURN_NONE; }

static PyObject *add(PyObject *self, PyObject *const *args, Py_ssize_t n)
{
    long long a, b;
    if (n != 2) {
        PyErr_Format(PyExc_TypeError, "add() takes 2 positional arguments but %zd were given", n);
        return NULL;
    }
    a = PyLong_AsLongLong(args[0]);
    if (a == -1 && PyErr_Occurred())
        return NULL;
    b = PyLong_AsLongLong(args[1]);
    if (b == -1 && PyErr_Occurred())
        return NULL;
    return PyLong_FromLongLong(a + b);
}

static PyObject *list_sum_int(PyObject *self, PyObject *list)
{
    long long sum = 0;
    if (!PyList_Check(list)) {
        PyErr_SetString(PyExc_TypeError, "expected list");
        return NULL;
    }
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(list); i++) {
        long long value = PyLong_AsLongLong(PyList_GET_ITEM(list, i));
        if (value == -1 && PyErr_Occurred())
            return NULL;
        sum += value;
    }
    return PyLong_FromLongLong(sum);
}

static PyObject *list_build_int(PyObject *self, PyObject *count)
{
    long long n = PyLong_AsLongLong(count);
    if (n == -1 && PyErr_Occurred())
        return NULL;
    PyObject *list = PyList_New(n);
    if (list == NULL)
        return NULL;
    for (long long i = 0; i < n; i++) {
        PyObject *item = PyLong_FromLongLong(i);
        if (item == NULL) {
            Py_DECREF(list);
            return NULL;
        }
        PyList_SET_ITEM(list, i, item);
    }
    return list;
}

static PyObject *word_count(PyObject *self, PyObject *words)
{
    if (!PyList_Check(words)) {
        PyErr_SetString(PyExc_TypeError, "expected list");
        return NULL;
    }
    PyObject *out = PyDict_New();
    if (out == NULL)
        return NULL;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(words); i++) {
        PyObject *word = PyList_GET_ITEM(words, i);
        Py_INCREF(word);
        long long n = 0;
        PyObject *seen = PyDict_GetItemWithError(out, word);
        if (seen != NULL)
            n = PyLong_AsLongLong(seen);
        if ((seen == NULL || n == -1) && PyErr_Occurred())
            goto error;
        PyObject *next = PyLong_FromLongLong(n + 1);
        if (next == NULL || PyDict_SetItem(out, word, next) < 0) {
            Py_XDECREF(next);
            goto error;
        }
        Py_DECREF(next);
        Py_DECREF(word);
        continue;
    error:
        Py_DECREF(word);
        Py_DECREF(out);
        return NULL;
    }
    return out;
}

typedef struct {
    PyObject_HEAD
    double x, y;
} Point;

static PyTypeObject *point_type;

static PyObject *point_make(PyTypeObject *type, double x, double y)
{
    Point *self = (Point *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->x = x;
        self->y = y;
    }
    return (PyObject *)self;
}

static PyObject *point_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"x", "y", NULL};
    double x, y;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "dd", names, &x, &y))
        return NULL;
    return point_make(type, x, y);
}

static void point_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyObject *point_add(PyObject *a, PyObject *b)
{
    if (!PyObject_TypeCheck(a, point_type) || !PyObject_TypeCheck(b, point_type))
        Py_RETURN_NOTIMPLEMENTED;
    return point_make(point_type, ((Point *)a)->x + ((Point *)b)->x, ((Point *)a)->y + ((Point *)b)->y);
}

static PyObject *point_x(PyObject *self, void *unused) { return PyFloat_FromDouble(((Point *)self)->x); }
static PyObject *point_y(PyObject *self, void *unused) { return PyFloat_FromDouble(((Point *)self)->y); }

static PyGetSetDef point_getset[] = {{"x", point_x}, {"y", point_y}, {NULL}};
static PyType_Slot point_slots[] = {
    {Py_tp_new, point_new}, {Py_tp_dealloc, point_dealloc}, {Py_nb_add, point_add}, {Py_tp_getset, point_getset}, {0}};
static PyType_Spec point_spec = {"bench_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT, point_slots};

static PyMethodDef functions[] = {
    {"noop", noop, METH_NOARGS},
    {"add", (PyCFunction)(void *)add, METH_FASTCALL},
    {"list_sum_int", list_sum_int, METH_O},
    {"list_build_int", list_build_int, METH_O},
    {"word_count", word_count, METH_O},
    {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "bench_c", NULL, -1, functions};

PyMODINIT_FUNC PyInit_bench_c(void)
{
    PyObject *m = PyModule_Create(&module);
    if (m == NULL)
        return NULL;
    point_type = (PyTypeObject *)PyType_FromSpec(&point_spec);
    if (point_type == NULL || PyModule_AddObject(m, "Point", (PyObject *)point_type) < 0) {
        Py_DECREF(m);
        return NULL;
    }
    Py_INCREF(point_type);
    return m;
}
