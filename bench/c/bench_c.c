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
    double both[2];
} Point;

static PyTypeObject *point_type;

static PyObject *point_make(PyTypeObject *type, double x, double y)
{
    Point *self = (Point *)type->tp_alloc(type, 0);
    if (self != NULL) {
        self->x = self->both[0] = x;
        self->y = self->both[1] = y;
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

/* Of all types that have nothing to drop. */
static void plain_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static int is_point(PyObject *object) { return PyObject_TypeCheck(object, point_type); }

static PyObject *point_norm(PyObject *self, PyObject *unused)
{
    Point *point = (Point *)self;
    return PyFloat_FromDouble(point->x * point->x + point->y * point->y);
}

static PyObject *point_add(PyObject *a, PyObject *b)
{
    if (!is_point(a) || !is_point(b))
        Py_RETURN_NOTIMPLEMENTED;
    return point_make(point_type, ((Point *)a)->x + ((Point *)b)->x, ((Point *)a)->y + ((Point *)b)->y);
}

static PyObject *point_multiply(PyObject *a, PyObject *b)
{
    PyObject *point = is_point(a) ? a : b, *other = is_point(a) ? b : a;
    if (is_point(other) || !PyNumber_Check(other))
        Py_RETURN_NOTIMPLEMENTED;
    double factor = PyFloat_AsDouble(other);
    if (factor == -1.0 && PyErr_Occurred())
        return NULL;
    return point_make(point_type, ((Point *)point)->x * factor, ((Point *)point)->y * factor);
}

static Py_ssize_t point_length(PyObject *self) { return 2; }

static PyObject *point_item(PyObject *self, PyObject *key)
{
    Py_ssize_t index = PyNumber_AsSsize_t(key, PyExc_IndexError);
    if (index == -1 && PyErr_Occurred())
        return NULL;
    if (index < 0 || index >= 2) {
        PyErr_SetString(PyExc_IndexError, "index out of range");
        return NULL;
    }
    return PyFloat_FromDouble(((Point *)self)->both[index]);
}

static PyObject *point_compare(PyObject *self, PyObject *other, int operation)
{
    if ((operation != Py_EQ && operation != Py_NE) || !is_point(other))
        Py_RETURN_NOTIMPLEMENTED;
    Point *a = (Point *)self, *b = (Point *)other;
    int equal = a->x == b->x && a->y == b->y && a->both[0] == b->both[0] && a->both[1] == b->both[1];
    return PyBool_FromLong(equal == (operation == Py_EQ));
}

static Py_hash_t point_hash(PyObject *self)
{
    unsigned long long x, y;
    memcpy(&x, &((Point *)self)->x, sizeof x);
    memcpy(&y, &((Point *)self)->y, sizeof y);
    Py_hash_t hash = (Py_hash_t)(x ^ (y << 17 | y >> 47));
    return hash == -1 ? -2 : hash;
}

static PyObject *point_call(PyObject *self, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"t", NULL};
    double t;
    if (keywords == NULL && PyTuple_GET_SIZE(args) == 1) {
        t = PyFloat_AsDouble(PyTuple_GET_ITEM(args, 0));
        if (t == -1.0 && PyErr_Occurred())
            return NULL;
    }
    else if (!PyArg_ParseTupleAndKeywords(args, keywords, "d", names, &t))
        return NULL;
    return PyFloat_FromDouble(((Point *)self)->x * t + ((Point *)self)->y);
}

static int point_buffer(PyObject *self, Py_buffer *view, int flags)
{
    static Py_ssize_t shape[] = {2}, strides[] = {sizeof(double)};
    if ((flags & PyBUF_WRITABLE) == PyBUF_WRITABLE) {
        view->obj = NULL;
        PyErr_SetString(PyExc_BufferError, "the memory is read-only");
        return -1;
    }
    view->buf = ((Point *)self)->both;
    view->len = 2 * sizeof(double);
    view->readonly = 1;
    view->itemsize = sizeof(double);
    view->ndim = 1;
    view->format = flags & PyBUF_FORMAT ? "d" : NULL;
    view->shape = flags & PyBUF_ND ? shape : NULL;
    view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? strides : NULL;
    view->suboffsets = NULL;
    view->internal = NULL;
    view->obj = self;
    Py_INCREF(self);
    return 0;
}

static PyObject *point_x(PyObject *self, void *unused) { return PyFloat_FromDouble(((Point *)self)->x); }
static PyObject *point_y(PyObject *self, void *unused) { return PyFloat_FromDouble(((Point *)self)->y); }

static PyGetSetDef point_getset[] = {{"x", point_x}, {"y", point_y}, {NULL}};
static PyMethodDef point_methods[] = {{"norm", point_norm, METH_NOARGS}, {NULL}};
static PyType_Slot point_slots[] = {
    {Py_tp_new, point_new},
    {Py_tp_dealloc, plain_dealloc},
    {Py_tp_getset, point_getset},
    {Py_tp_methods, point_methods},
    {Py_nb_add, point_add},
    {Py_nb_multiply, point_multiply},
    {Py_mp_length, point_length},
    {Py_mp_subscript, point_item},
    {Py_tp_richcompare, point_compare},
    {Py_tp_hash, point_hash},
    {Py_tp_call, point_call},
    {Py_bf_getbuffer, point_buffer},
    {0}};
static PyType_Spec point_spec = {
    "bench_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, point_slots};

typedef struct {
    PyObject_HEAD
    double value;
} Cell;

static PyObject *cell_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"value", NULL};
    double value;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "d", names, &value))
        return NULL;
    Cell *self = (Cell *)type->tp_alloc(type, 0);
    if (self != NULL)
        self->value = value;
    return (PyObject *)self;
}

static PyObject *cell_value(PyObject *self, void *unused) { return PyFloat_FromDouble(((Cell *)self)->value); }

static int cell_set_value(PyObject *self, PyObject *object, void *unused)
{
    if (object == NULL) {
        PyErr_SetString(PyExc_AttributeError, "cannot delete attribute 'value'");
        return -1;
    }
    double value = PyFloat_AsDouble(object);
    if (value == -1.0 && PyErr_Occurred())
        return -1;
    ((Cell *)self)->value = value;
    return 0;
}

static PyGetSetDef cell_getset[] = {{"value", cell_value, cell_set_value}, {NULL}};
static PyType_Slot cell_slots[] = {
    {Py_tp_new, cell_new}, {Py_tp_dealloc, plain_dealloc}, {Py_tp_getset, cell_getset}, {0}};
static PyType_Spec cell_spec = {"bench_c.Cell", sizeof(Cell), 0, Py_TPFLAGS_DEFAULT, cell_slots};

typedef struct {
    PyObject_HEAD
    long long left;
} Countdown;

static PyObject *countdown_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"start", NULL};
    long long start;
    if (!PyArg_ParseTupleAndKeywords(args, keywords, "L", names, &start))
        return NULL;
    Countdown *self = (Countdown *)type->tp_alloc(type, 0);
    if (self != NULL)
        self->left = start;
    return (PyObject *)self;
}

static PyObject *countdown_next(PyObject *self)
{
    long long next = --((Countdown *)self)->left;
    return next >= 0 ? PyLong_FromLongLong(next) : NULL;
}

static PyType_Slot countdown_slots[] = {
    {Py_tp_new, countdown_new},
    {Py_tp_dealloc, plain_dealloc},
    {Py_tp_iter, PyObject_SelfIter},
    {Py_tp_iternext, countdown_next},
    {0}};
static PyType_Spec countdown_spec = {
    "bench_c.Countdown", sizeof(Countdown), 0, Py_TPFLAGS_DEFAULT, countdown_slots};

static PyMethodDef functions[] = {
    {"noop", noop, METH_NOARGS},
    {"add", (PyCFunction)(void *)add, METH_FASTCALL},
    {"list_sum_int", list_sum_int, METH_O},
    {"list_build_int", list_build_int, METH_O},
    {"word_count", word_count, METH_O},
    {NULL}};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "bench_c", NULL, -1, functions};

/* A new type, which the module owns. */
static PyTypeObject *add_type(PyObject *m, const char *name, PyType_Spec *spec)
{
    PyObject *type = PyType_FromSpec(spec);
    if (type != NULL && PyModule_AddObject(m, name, type) < 0)
        Py_CLEAR(type);
    return (PyTypeObject *)type;
}

PyMODINIT_FUNC PyInit_bench_c(void)
{
    PyObject *m = PyModule_Create(&module);
    if (m == NULL)
        return NULL;
    point_type = add_type(m, "Point", &point_spec);
    if (point_type == NULL || !add_type(m, "Cell", &cell_spec) || !add_type(m, "Countdown", &countdown_spec)) {
        Py_DECREF(m);
        return NULL;
    }
    return m;
}
