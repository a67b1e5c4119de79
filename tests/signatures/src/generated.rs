//! Written by generate.py: do not change it here.

#[hstack::module]
pub mod signatures {
    use hstack::function;
    use hstack::prelude::*;

    /// Does what number 0 does.
    #[function]
    pub fn number0() {}

    /// Does what number 1 does.
    #[function(signature = (count))]
    pub fn number1(count: Handle<Any>) -> (Handle<Any>,) {
        (count,)
    }

    /// Does what number 2 does.
    #[function(signature = (count, /))]
    pub fn number2(count: i64) -> (i64,) {
        (count,)
    }

    #[function(signature = (module, self_, /))]
    pub fn number3(module: Option<i64>, self_: Handle<Any>) -> (Option<i64>, Handle<Any>,) {
        (module, self_,)
    }

    /// Does what number 4 does.
    #[function]
    pub fn number4(héllo: Option<Handle<Any>>, values: Option<i64>) -> (Option<Handle<Any>>, Option<i64>,) {
        (héllo, values,)
    }

    /// Does what number 5 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (*, this))]
    pub fn number5(this: bool) -> (bool,) {
        (this,)
    }

    /// Does what number 6 does.
    #[function(signature = (*r#type))]
    pub fn number6(r#type: Handle<Tuple>) -> (Handle<Tuple>,) {
        (r#type,)
    }

    /// Does what number 7 does.
    #[function(signature = (**slot0))]
    pub fn number7(slot0: Option<Handle<Dict>>) -> (Option<Handle<Dict>>,) {
        (slot0,)
    }

    /// Does what number 8 does.
    #[function(signature = (*bravo, **module))]
    pub fn number8(bravo: Vec<Handle<Any>>, module: Handle<Dict>) -> (Vec<Handle<Any>>, Handle<Dict>,) {
        (bravo, module,)
    }

    /// Does what number 9 does.
    #[function(signature = (y = -0.25, values = "x", slot0 = None))]
    pub fn number9(y: f64, values: &str, slot0: Option<Handle<Any>>) -> (f64, &str, Option<Handle<Any>>,) {
        (y, values, slot0,)
    }

    #[function(signature = (f, /, hstack, *result, values, **r#fn))]
    pub fn number10(f: &str, hstack: Handle<Any>, result: Vec<Handle<Any>>, values: bool, r#fn: Option<Handle<Dict>>) -> (&str, Handle<Any>, Vec<Handle<Any>>, bool, Option<Handle<Dict>>,) {
        (f, hstack, result, values, r#fn,)
    }

    /// Does what number 11 does.
    #[function(signature = (*, Handle = true, count, given = b"ab\x00"))]
    pub fn number11(given: &[u8], count: Handle<Any>, Handle: bool) -> (bool, Handle<Any>, &[u8],) {
        (Handle, count, given,)
    }

    /// Does what number 12 does.
    #[function(signature = (alpha, /, module = 1.5, f = true, arguments = 1_000_000, *x, **self_))]
    pub fn number12(alpha: Handle<Any>, module: f64, f: bool, arguments: i64, x: Handle<Tuple>, self_: Option<Handle<Dict>>) -> (Handle<Any>, f64, bool, i64, Handle<Tuple>, Option<Handle<Dict>>,) {
        (alpha, module, f, arguments, x, self_,)
    }

    /// Does what number 13 does.
    #[function(name = "other_13", signature = (alpha, r#ref, *, slot0 = Some(-3), module))]
    pub fn number13(alpha: i64, r#ref: &[u8], slot0: Option<i64>, module: Handle<Any>) -> (i64, &[u8], Option<i64>, Handle<Any>,) {
        (alpha, r#ref, slot0, module,)
    }

    /// Does what number 14 does.
    #[function(signature = (r#match, /, _private = "x".to_owned(), *result, count, r#impl = "", bound, **y))]
    pub fn number14(r#match: i64, _private: String, result: Vec<Handle<Any>>, count: bool, r#impl: &str, bound: Option<Handle<Any>>, y: Option<Handle<Dict>>) -> (i64, String, Vec<Handle<Any>>, bool, &str, Option<Handle<Any>>, Option<Handle<Dict>>,) {
        (r#match, _private, result, count, r#impl, bound, y,)
    }

    /// Does what number 15 does.
    #[function(signature = (y, SIGNATURE = -2.0, r#fn = true, /, **result))]
    pub fn number15(y: Handle<Any>, SIGNATURE: f64, r#fn: bool, result: Option<Handle<Dict>>) -> (Handle<Any>, f64, bool, Option<Handle<Dict>>,) {
        (y, SIGNATURE, r#fn, result,)
    }

    /// Does what number 16 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (_private, *, y, arguments, Handle = 1))]
    pub fn number16(_private: Handle<Any>, y: String, arguments: String, Handle: i64) -> (Handle<Any>, String, String, i64,) {
        (_private, y, arguments, Handle,)
    }

    #[function(signature = (_private = "x".to_owned(), /, dtype = 3, r#match = None))]
    pub fn number17(_private: String, dtype: Option<i64>, r#match: Option<Handle<Any>>) -> (String, Option<i64>, Option<Handle<Any>>,) {
        (_private, dtype, r#match,)
    }

    /// Does what number 18 does.
    #[function(signature = (count, SIGNATURE = None, _private = true, /, *, r#move = Some(-3), r#type = 1.5, r#ref))]
    pub fn number18(count: f64, SIGNATURE: Option<Handle<Any>>, _private: bool, r#move: Option<i64>, r#type: f64, r#ref: &[u8]) -> (f64, Option<Handle<Any>>, bool, Option<i64>, f64, &[u8],) {
        (count, SIGNATURE, _private, r#move, r#type, r#ref,)
    }

    /// Does what number 19 does.
    #[function(signature = (result, r#type, module, /, f, *, hstack = None, r#ref = true, given, **dtype))]
    pub fn number19(result: bool, r#type: Handle<Any>, module: String, f: String, hstack: Option<Handle<Any>>, r#ref: bool, given: Option<Handle<Any>>, dtype: Handle<Dict>) -> (bool, Handle<Any>, String, String, Option<Handle<Any>>, bool, Option<Handle<Any>>, Handle<Dict>,) {
        (result, r#type, module, f, hstack, r#ref, given, dtype,)
    }

    /// Does what number 20 does.
    #[function(signature = (Handle, r#impl = None, very_long_name_of_a_parameter = 3, /))]
    pub fn r#loop(Handle: Handle<Any>, r#impl: Option<Handle<Any>>, very_long_name_of_a_parameter: Option<i64>) -> (Handle<Any>, Option<Handle<Any>>, Option<i64>,) {
        (Handle, r#impl, very_long_name_of_a_parameter,)
    }

    /// Does what number 21 does.
    #[function(signature = (x, /, arguments, r#ref, *, given, **names))]
    pub fn number21(names: Option<Handle<Dict>>, given: Option<i64>, r#ref: f64, x: bool, arguments: Option<i64>) -> (bool, Option<i64>, f64, Option<i64>, Option<Handle<Dict>>,) {
        (x, arguments, r#ref, given, names,)
    }

    /// Does what number 22 does.
    #[function(signature = (r#ref, arguments, /, entry, alpha, *, given = None))]
    pub fn number22(r#ref: Handle<Any>, arguments: Handle<Any>, entry: i64, alpha: Handle<Any>, given: Option<Handle<Any>>) -> (Handle<Any>, Handle<Any>, i64, Handle<Any>, Option<Handle<Any>>,) {
        (r#ref, arguments, entry, alpha, given,)
    }

    /// Does what number 23 does.
    #[function(signature = (r#type, this = None, y = "a\n\t\\\"b"))]
    pub fn number23(r#type: Handle<Any>, this: Option<Handle<Any>>, y: &str) -> (Handle<Any>, Option<Handle<Any>>, &str,) {
        (r#type, this, y,)
    }

    #[function(signature = (r#type, count, hstack, /, dtype, very_long_name_of_a_parameter, _private))]
    pub fn number24(dtype: Handle<Any>, hstack: Handle<Any>, count: Handle<Any>, very_long_name_of_a_parameter: Handle<Any>, _private: Option<Handle<Any>>, r#type: Handle<Any>) -> (Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, Option<Handle<Any>>,) {
        (r#type, count, hstack, dtype, very_long_name_of_a_parameter, _private,)
    }

    /// Does what number 25 does.
    #[function(signature = (x = true, /, SIGNATURE = true, Handle = "x".to_owned(), *, slot0 = b"ab\x00"))]
    pub fn number25(x: bool, SIGNATURE: bool, Handle: String, slot0: &[u8]) -> (bool, bool, String, &[u8],) {
        (x, SIGNATURE, Handle, slot0,)
    }

    /// Does what number 26 does.
    #[function(signature = (*, values = ""))]
    pub fn number26(values: &str) -> (&str,) {
        (values,)
    }

    /// Does what number 27 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (very_long_name_of_a_parameter, f, /, héllo))]
    pub fn number27(f: &str, very_long_name_of_a_parameter: Handle<Any>, héllo: Handle<Any>) -> (Handle<Any>, &str, Handle<Any>,) {
        (very_long_name_of_a_parameter, f, héllo,)
    }

    /// Does what number 28 does.
    #[function(signature = (r#impl, given, _private = String::from("dd"), /, values = b"ab\x00", *, dtype = -0x10))]
    pub fn number28(r#impl: bool, given: &str, _private: String, values: &[u8], dtype: i64) -> (bool, &str, String, &[u8], i64,) {
        (r#impl, given, _private, values, dtype,)
    }

    /// Does what number 29 does.
    #[function(signature = (y, /, héllo, very_long_name_of_a_parameter = "it\'s", *x, r#type, f = -2.0))]
    pub fn number29(y: &str, héllo: bool, very_long_name_of_a_parameter: &str, x: Vec<Handle<Any>>, r#type: String, f: f64) -> (&str, bool, &str, Vec<Handle<Any>>, String, f64,) {
        (y, héllo, very_long_name_of_a_parameter, x, r#type, f,)
    }

    /// Does what number 30 does.
    #[function(signature = (slot0, r#ref, r#match, /, r#fn = 1e10, y = b"ab\x00", *_private))]
    pub fn number30(slot0: Handle<Any>, r#ref: Option<i64>, r#match: Handle<Any>, r#fn: f64, y: &[u8], _private: Handle<Tuple>) -> (Handle<Any>, Option<i64>, Handle<Any>, f64, &[u8], Handle<Tuple>,) {
        (slot0, r#ref, r#match, r#fn, y, _private,)
    }

    #[function(signature = (slot0, r#move))]
    pub fn number31(slot0: Option<Handle<Any>>, r#move: Handle<Any>) -> (Option<Handle<Any>>, Handle<Any>,) {
        (slot0, r#move,)
    }

    /// Does what number 32 does.
    #[function(signature = (héllo, very_long_name_of_a_parameter, /, r#type = false))]
    pub fn number32(héllo: Handle<Any>, very_long_name_of_a_parameter: Handle<Any>, r#type: bool) -> (Handle<Any>, Handle<Any>, bool,) {
        (héllo, very_long_name_of_a_parameter, r#type,)
    }

    /// Does what number 33 does.
    #[function(signature = (hstack = -1, y = "é€😀|b=1)", r#match = Some(-3), /, very_long_name_of_a_parameter = None, context = true, result = "it\'s"))]
    pub fn number33(hstack: i64, y: &str, r#match: Option<i64>, very_long_name_of_a_parameter: Option<Handle<Any>>, context: bool, result: &str) -> (i64, &str, Option<i64>, Option<Handle<Any>>, bool, &str,) {
        (hstack, y, r#match, very_long_name_of_a_parameter, context, result,)
    }

    /// Does what number 34 does.
    #[function(signature = (r#ref, count, *, r#move = -0.25, slot0 = String::from("dd"), result, **given))]
    pub fn number34(r#ref: Option<Handle<Any>>, count: f64, r#move: f64, slot0: String, result: Handle<Any>, given: Option<Handle<Dict>>) -> (Option<Handle<Any>>, f64, f64, String, Handle<Any>, Option<Handle<Dict>>,) {
        (r#ref, count, r#move, slot0, result, given,)
    }

    /// Does what number 35 does.
    #[function(signature = (names, slot0 = None, /, arguments = None, SIGNATURE = None, *dtype))]
    pub fn number35(slot0: Option<Handle<Any>>, dtype: Vec<Handle<Any>>, arguments: Option<Handle<Any>>, SIGNATURE: Option<Handle<Any>>, names: Handle<Any>) -> (Handle<Any>, Option<Handle<Any>>, Option<Handle<Any>>, Option<Handle<Any>>, Vec<Handle<Any>>,) {
        (names, slot0, arguments, SIGNATURE, dtype,)
    }

    /// Does what number 36 does.
    #[function(signature = (entry, names, /, SIGNATURE, *, héllo, very_long_name_of_a_parameter))]
    pub fn number36(entry: i64, names: &[u8], SIGNATURE: Handle<Any>, héllo: &str, very_long_name_of_a_parameter: Handle<Any>) -> (i64, &[u8], Handle<Any>, &str, Handle<Any>,) {
        (entry, names, SIGNATURE, héllo, very_long_name_of_a_parameter,)
    }

    /// Does what number 37 does.
    #[function(signature = (f, r#match, r#ref, /, r#type, entry, r#fn, values, *, x = "a\n\t\\\"b"))]
    pub fn number37(x: &str, values: Handle<Any>, r#match: Option<Handle<Any>>, entry: &[u8], r#fn: Handle<Any>, r#type: Handle<Any>, r#ref: &[u8], f: Handle<Any>) -> (Handle<Any>, Option<Handle<Any>>, &[u8], Handle<Any>, &[u8], Handle<Any>, Handle<Any>, &str,) {
        (f, r#match, r#ref, r#type, entry, r#fn, values, x,)
    }

    #[function(signature = (bound, /, alpha, *, given, SIGNATURE))]
    pub fn number38(bound: Option<i64>, alpha: Handle<Any>, given: i64, SIGNATURE: Handle<Any>) -> (Option<i64>, Handle<Any>, i64, Handle<Any>,) {
        (bound, alpha, given, SIGNATURE,)
    }

    /// Does what number 39 does.
    #[function(signature = (r#fn, r#match, values, /, count, this, *, r#impl))]
    pub fn number39(r#fn: Handle<Any>, r#match: String, values: Handle<Any>, count: Option<Handle<Any>>, this: bool, r#impl: Option<Handle<Any>>) -> (Handle<Any>, String, Handle<Any>, Option<Handle<Any>>, bool, Option<Handle<Any>>,) {
        (r#fn, r#match, values, count, this, r#impl,)
    }

    /// Does what number 40 does.
    #[function(signature = (dtype, héllo, /, f, *, alpha, **r#ref))]
    pub fn number40(dtype: &[u8], héllo: Handle<Any>, f: Handle<Any>, alpha: Handle<Any>, r#ref: Handle<Dict>) -> (&[u8], Handle<Any>, Handle<Any>, Handle<Any>, Handle<Dict>,) {
        (dtype, héllo, f, alpha, r#ref,)
    }

    /// Does what number 41 does.
    #[function(signature = (names, /, module, hstack = b"ab\x00", slot0 = -2.0, bravo = String::from("dd")))]
    pub fn number41(hstack: &[u8], names: Handle<Any>, module: Handle<Any>, slot0: f64, bravo: String) -> (Handle<Any>, Handle<Any>, &[u8], f64, String,) {
        (names, module, hstack, slot0, bravo,)
    }

    /// Does what number 42 does.
    #[function(name = "other_42")]
    pub fn number42(context: String) -> (String,) {
        (context,)
    }

    /// Does what number 43 does.
    #[function(signature = (names, alpha, /, r#fn, héllo, bound, module, *, r#where, r#move))]
    pub fn number43(names: Handle<Any>, alpha: Handle<Any>, r#fn: Handle<Any>, héllo: Handle<Any>, bound: Handle<Any>, module: Handle<Any>, r#where: Handle<Any>, r#move: f64) -> (Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, f64,) {
        (names, alpha, r#fn, héllo, bound, module, r#where, r#move,)
    }

    /// Does what number 44 does.
    #[function(signature = (context, bound = -1, *given, result = 1e10, names = Some(-3), r#ref))]
    pub fn number44(given: Vec<Handle<Any>>, result: f64, names: Option<i64>, context: &[u8], r#ref: Handle<Any>, bound: i64) -> (&[u8], i64, Vec<Handle<Any>>, f64, Option<i64>, Handle<Any>,) {
        (context, bound, given, result, names, r#ref,)
    }

    #[function(signature = (context, result, entry, /, alpha, *self_, r#ref = None, bravo = 3))]
    pub fn number45(context: Option<i64>, result: Handle<Any>, entry: Handle<Any>, alpha: Handle<Any>, self_: Handle<Tuple>, r#ref: Option<Handle<Any>>, bravo: Option<i64>) -> (Option<i64>, Handle<Any>, Handle<Any>, Handle<Any>, Handle<Tuple>, Option<Handle<Any>>, Option<i64>,) {
        (context, result, entry, alpha, self_, r#ref, bravo,)
    }

    /// Does what number 46 does.
    #[function(signature = (r#move, /, r#impl, bravo = "a\n\t\\\"b", *slot0, count, result = Some(-3), **alpha))]
    pub fn number46(r#move: Handle<Any>, r#impl: String, bravo: &str, slot0: Vec<Handle<Any>>, count: String, result: Option<i64>, alpha: Handle<Dict>) -> (Handle<Any>, String, &str, Vec<Handle<Any>>, String, Option<i64>, Handle<Dict>,) {
        (r#move, r#impl, bravo, slot0, count, result, alpha,)
    }

    /// Does what number 47 does.
    #[function(signature = (r#type, /, result, héllo, *, y, bravo))]
    pub fn number47(y: Handle<Any>, héllo: Handle<Any>, result: Option<i64>, bravo: Handle<Any>, r#type: Handle<Any>) -> (Handle<Any>, Option<i64>, Handle<Any>, Handle<Any>, Handle<Any>,) {
        (r#type, result, héllo, y, bravo,)
    }

    /// Does what number 48 does.
    #[function(signature = (self_ = 1_000_000, /, count = b"ab\x00", *entry))]
    pub fn number48(self_: i64, count: &[u8], entry: Handle<Tuple>) -> (i64, &[u8], Handle<Tuple>,) {
        (self_, count, entry,)
    }

    /// Does what number 49 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (result = 1.5, *, very_long_name_of_a_parameter, r#fn = b"ab\x00"))]
    pub fn number49(result: f64, very_long_name_of_a_parameter: Option<i64>, r#fn: &[u8]) -> (f64, Option<i64>, &[u8],) {
        (result, very_long_name_of_a_parameter, r#fn,)
    }

    /// Does what number 50 does.
    #[function]
    pub fn number50() {}

    /// Does what number 51 does.
    #[function(signature = (r#type, /, count, given = None, *, module, SIGNATURE = None, r#fn = None))]
    pub fn number51(r#type: &str, count: &[u8], given: Option<Handle<Any>>, module: String, SIGNATURE: Option<Handle<Any>>, r#fn: Option<i64>) -> (&str, &[u8], Option<Handle<Any>>, String, Option<Handle<Any>>, Option<i64>,) {
        (r#type, count, given, module, SIGNATURE, r#fn,)
    }

    #[function(signature = (f, very_long_name_of_a_parameter, /, x, r#type, r#ref, r#fn, *, context))]
    pub fn number52(f: Handle<Any>, very_long_name_of_a_parameter: Handle<Any>, x: Handle<Any>, r#type: Option<Handle<Any>>, r#ref: bool, r#fn: &[u8], context: Handle<Any>) -> (Handle<Any>, Handle<Any>, Handle<Any>, Option<Handle<Any>>, bool, &[u8], Handle<Any>,) {
        (f, very_long_name_of_a_parameter, x, r#type, r#ref, r#fn, context,)
    }

    /// Does what number 53 does.
    #[function(signature = (hstack, /, r#where, r#match))]
    pub fn number53(hstack: String, r#where: &str, r#match: Handle<Any>) -> (String, &str, Handle<Any>,) {
        (hstack, r#where, r#match,)
    }

    /// Does what number 54 does.
    #[function(signature = (r#impl, dtype, /, slot0, *, y, names = -2.0, bravo = true))]
    pub fn number54(r#impl: &[u8], slot0: Handle<Any>, y: Handle<Any>, dtype: Handle<Any>, bravo: bool, names: f64) -> (&[u8], Handle<Any>, Handle<Any>, Handle<Any>, f64, bool,) {
        (r#impl, dtype, slot0, y, names, bravo,)
    }

    /// Does what number 55 does.
    #[function(signature = (self_, hstack, *very_long_name_of_a_parameter))]
    pub fn number55(hstack: bool, self_: String, very_long_name_of_a_parameter: Handle<Tuple>) -> (String, bool, Handle<Tuple>,) {
        (self_, hstack, very_long_name_of_a_parameter,)
    }

    /// Does what number 56 does.
    #[function(signature = (entry = String::from("dd"), self_ = 0, /, r#ref = 0, r#move = b"ab\x00"))]
    pub fn number56(entry: String, self_: i64, r#ref: i64, r#move: &[u8]) -> (String, i64, i64, &[u8],) {
        (entry, self_, r#ref, r#move,)
    }

    /// Does what number 57 does.
    #[function(signature = (bravo, r#ref, x, /, names))]
    pub fn r#struct(bravo: f64, r#ref: f64, x: Handle<Any>, names: Handle<Any>) -> (f64, f64, Handle<Any>, Handle<Any>,) {
        (bravo, r#ref, x, names,)
    }

    /// Does what number 58 does.
    #[function(signature = (names = "it\'s", *, dtype))]
    pub fn number58(names: &str, dtype: Handle<Any>) -> (&str, Handle<Any>,) {
        (names, dtype,)
    }

    #[function(signature = (this, /, module = "it\'s", values = "x".to_owned(), **r#where))]
    pub fn number59(this: bool, module: &str, values: String, r#where: Handle<Dict>) -> (bool, &str, String, Handle<Dict>,) {
        (this, module, values, r#where,)
    }

    /// Does what number 60 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (r#move, entry, count, r#impl = "x".to_owned()))]
    pub fn number60(r#move: &[u8], entry: Handle<Any>, count: Option<i64>, r#impl: String) -> (&[u8], Handle<Any>, Option<i64>, String,) {
        (r#move, entry, count, r#impl,)
    }

    /// Does what number 61 does.
    #[function(signature = (r#where, result = b"ab\x00", *, bravo = 1.5, SIGNATURE, alpha = None))]
    pub fn number61(r#where: Handle<Any>, result: &[u8], bravo: f64, SIGNATURE: &[u8], alpha: Option<i64>) -> (Handle<Any>, &[u8], f64, &[u8], Option<i64>,) {
        (r#where, result, bravo, SIGNATURE, alpha,)
    }

    /// Does what number 62 does.
    #[function(signature = (r#type, count, r#fn, f, *arguments, **dtype))]
    pub fn number62(r#type: Handle<Any>, count: bool, r#fn: &[u8], f: bool, arguments: Vec<Handle<Any>>, dtype: Option<Handle<Dict>>) -> (Handle<Any>, bool, &[u8], bool, Vec<Handle<Any>>, Option<Handle<Dict>>,) {
        (r#type, count, r#fn, f, arguments, dtype,)
    }

    /// Does what number 63 does.
    #[function(signature = (names, /, context, entry))]
    pub fn number63(names: Handle<Any>, context: String, entry: Handle<Any>) -> (Handle<Any>, String, Handle<Any>,) {
        (names, context, entry,)
    }

    /// Does what number 64 does.
    #[function(signature = (slot0, *, y = false))]
    pub fn number64(slot0: Handle<Any>, y: bool) -> (Handle<Any>, bool,) {
        (slot0, y,)
    }

    /// Does what number 65 does.
    #[function(signature = (r#match))]
    pub fn number65(r#match: Handle<Any>) -> (Handle<Any>,) {
        (r#match,)
    }

    #[function(signature = (héllo, r#type, hstack, /, r#ref, alpha, SIGNATURE = false, *, this, module = None))]
    pub fn number66(héllo: i64, r#type: Handle<Any>, hstack: Handle<Any>, r#ref: Handle<Any>, alpha: Option<Handle<Any>>, SIGNATURE: bool, this: Handle<Any>, module: Option<i64>) -> (i64, Handle<Any>, Handle<Any>, Handle<Any>, Option<Handle<Any>>, bool, Handle<Any>, Option<i64>,) {
        (héllo, r#type, hstack, r#ref, alpha, SIGNATURE, this, module,)
    }

    /// Does what number 67 does.
    #[function(signature = (Handle = "x".to_owned()))]
    pub fn number67(Handle: String) -> (String,) {
        (Handle,)
    }

    /// Does what number 68 does.
    #[function(signature = (result, *, this, slot0, r#impl = -1))]
    pub fn number68(result: Handle<Any>, this: String, slot0: Option<Handle<Any>>, r#impl: i64) -> (Handle<Any>, String, Option<Handle<Any>>, i64,) {
        (result, this, slot0, r#impl,)
    }

    /// Does what number 69 does.
    #[function(signature = (f, Handle, bound, /, dtype, bravo, x, SIGNATURE, *names, context))]
    pub fn number69(f: Handle<Any>, Handle: i64, bound: f64, dtype: Handle<Any>, bravo: String, x: Handle<Any>, SIGNATURE: &str, names: Vec<Handle<Any>>, context: Option<Handle<Any>>) -> (Handle<Any>, i64, f64, Handle<Any>, String, Handle<Any>, &str, Vec<Handle<Any>>, Option<Handle<Any>>,) {
        (f, Handle, bound, dtype, bravo, x, SIGNATURE, names, context,)
    }

    /// Does what number 70 does.
    #[function(signature = (y, r#impl, /, r#match, r#where, r#move, *, entry = 0, given, module = 1.5))]
    pub fn number70(y: Handle<Any>, r#impl: Handle<Any>, r#match: &[u8], r#where: i64, r#move: Handle<Any>, entry: i64, given: Handle<Any>, module: f64) -> (Handle<Any>, Handle<Any>, &[u8], i64, Handle<Any>, i64, Handle<Any>, f64,) {
        (y, r#impl, r#match, r#where, r#move, entry, given, module,)
    }

    /// Does what number 71 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(name = "other_71", signature = (arguments = b"ab\x00", *, context = None, r#where, **bound))]
    pub fn number71(arguments: &[u8], context: Option<Handle<Any>>, r#where: f64, bound: Option<Handle<Dict>>) -> (&[u8], Option<Handle<Any>>, f64, Option<Handle<Dict>>,) {
        (arguments, context, r#where, bound,)
    }

    /// Does what number 72 does.
    #[function]
    pub fn number72(context: Handle<Any>) -> (Handle<Any>,) {
        (context,)
    }

    #[function(signature = (slot0, /, self_, r#type, result, entry, **r#move))]
    pub fn number73(slot0: String, self_: f64, r#type: f64, result: Handle<Any>, entry: bool, r#move: Option<Handle<Dict>>) -> (String, f64, f64, Handle<Any>, bool, Option<Handle<Dict>>,) {
        (slot0, self_, r#type, result, entry, r#move,)
    }

    /// Does what number 74 does.
    #[function(signature = (y, _private = "a\n\t\\\"b", module = b"ab\x00"))]
    pub fn number74(y: Handle<Any>, _private: &str, module: &[u8]) -> (Handle<Any>, &str, &[u8],) {
        (y, _private, module,)
    }

    /// Does what number 75 does.
    #[function(signature = (self_, bound, /, r#impl, *, bravo, r#match, slot0 = -1))]
    pub fn number75(self_: Handle<Any>, bound: String, r#impl: Option<Handle<Any>>, bravo: String, r#match: Handle<Any>, slot0: i64) -> (Handle<Any>, String, Option<Handle<Any>>, String, Handle<Any>, i64,) {
        (self_, bound, r#impl, bravo, r#match, slot0,)
    }

    /// Does what number 76 does.
    #[function(signature = (r#match, /, values, f, *, bravo = b"ab\x00", r#fn = "a\n\t\\\"b"))]
    pub fn number76(r#match: Handle<Any>, values: bool, f: Handle<Any>, bravo: &[u8], r#fn: &str) -> (Handle<Any>, bool, Handle<Any>, &[u8], &str,) {
        (r#match, values, f, bravo, r#fn,)
    }

    /// Does what number 77 does.
    #[function(signature = (this, alpha = Some(-3), module = 1, *, r#where, count, self_ = 0))]
    pub fn number77(this: Option<i64>, alpha: Option<i64>, module: i64, r#where: i64, count: Option<Handle<Any>>, self_: i64) -> (Option<i64>, Option<i64>, i64, i64, Option<Handle<Any>>, i64,) {
        (this, alpha, module, r#where, count, self_,)
    }

    /// Does what number 78 does.
    #[function(signature = (module, *, given = true, r#ref = b"ab\x00", self_ = b"ab\x00", **SIGNATURE))]
    pub fn number78(module: Handle<Any>, given: bool, r#ref: &[u8], self_: &[u8], SIGNATURE: Option<Handle<Dict>>) -> (Handle<Any>, bool, &[u8], &[u8], Option<Handle<Dict>>,) {
        (module, given, r#ref, self_, SIGNATURE,)
    }

    /// Does what number 79 does.
    #[function(signature = (r#type, x, very_long_name_of_a_parameter, /, r#impl, *values, SIGNATURE = -2.0, r#move, this))]
    pub fn number79(r#type: Handle<Any>, x: bool, very_long_name_of_a_parameter: Handle<Any>, r#impl: Option<Handle<Any>>, values: Vec<Handle<Any>>, SIGNATURE: f64, r#move: Handle<Any>, this: Handle<Any>) -> (Handle<Any>, bool, Handle<Any>, Option<Handle<Any>>, Vec<Handle<Any>>, f64, Handle<Any>, Handle<Any>,) {
        (r#type, x, very_long_name_of_a_parameter, r#impl, values, SIGNATURE, r#move, this,)
    }

    #[function(signature = (context, SIGNATURE, /, r#ref, *, f, r#move = 0, arguments))]
    pub fn number80(context: bool, SIGNATURE: String, r#ref: Handle<Any>, f: i64, r#move: i64, arguments: String) -> (bool, String, Handle<Any>, i64, i64, String,) {
        (context, SIGNATURE, r#ref, f, r#move, arguments,)
    }

    /// Does what number 81 does.
    #[function(signature = (self_, very_long_name_of_a_parameter = None))]
    pub fn number81(self_: String, very_long_name_of_a_parameter: Option<Handle<Any>>) -> (String, Option<Handle<Any>>,) {
        (self_, very_long_name_of_a_parameter,)
    }

    /// Does what number 82 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (result, SIGNATURE, /, alpha = -0.25, r#impl = b"ab\x00", *, _private = None, count))]
    pub fn number82(result: Handle<Any>, SIGNATURE: Option<Handle<Any>>, alpha: f64, r#impl: &[u8], _private: Option<Handle<Any>>, count: Handle<Any>) -> (Handle<Any>, Option<Handle<Any>>, f64, &[u8], Option<Handle<Any>>, Handle<Any>,) {
        (result, SIGNATURE, alpha, r#impl, _private, count,)
    }

    /// Does what number 83 does.
    #[function(signature = (entry, /, r#type = "it\'s"))]
    pub fn number83(entry: Option<Handle<Any>>, r#type: &str) -> (Option<Handle<Any>>, &str,) {
        (entry, r#type,)
    }

    /// Does what number 84 does.
    #[function(signature = (slot0, r#where, alpha = -0x10, *, r#fn = None, this, result = false))]
    pub fn number84(slot0: Handle<Any>, r#where: Handle<Any>, alpha: i64, r#fn: Option<i64>, this: Option<i64>, result: bool) -> (Handle<Any>, Handle<Any>, i64, Option<i64>, Option<i64>, bool,) {
        (slot0, r#where, alpha, r#fn, this, result,)
    }

    /// Does what number 85 does.
    #[function(signature = (y = String::from("dd"), Handle = None, /, arguments = false, dtype = None, **values))]
    pub fn number85(y: String, Handle: Option<i64>, arguments: bool, dtype: Option<Handle<Any>>, values: Option<Handle<Dict>>) -> (String, Option<i64>, bool, Option<Handle<Any>>, Option<Handle<Dict>>,) {
        (y, Handle, arguments, dtype, values,)
    }

    /// Does what number 86 does.
    #[function(signature = (SIGNATURE, names, r#type, *context))]
    pub fn number86(SIGNATURE: f64, names: &[u8], r#type: Handle<Any>, context: Vec<Handle<Any>>) -> (f64, &[u8], Handle<Any>, Vec<Handle<Any>>,) {
        (SIGNATURE, names, r#type, context,)
    }

    #[function(signature = (r#move, result, x, /, r#type))]
    pub fn number87(r#move: f64, result: i64, x: Handle<Any>, r#type: bool) -> (f64, i64, Handle<Any>, bool,) {
        (r#move, result, x, r#type,)
    }

    /// Does what number 88 does.
    #[function(signature = (hstack, alpha, x, r#match = 1))]
    pub fn number88(hstack: Handle<Any>, alpha: Handle<Any>, x: Handle<Any>, r#match: i64) -> (Handle<Any>, Handle<Any>, Handle<Any>, i64,) {
        (hstack, alpha, x, r#match,)
    }

    /// Does what number 89 does.
    #[function(signature = (r#move, /, r#where, *, x = String::from("dd"), entry))]
    pub fn number89(r#move: Option<i64>, r#where: Option<Handle<Any>>, x: String, entry: Handle<Any>) -> (Option<i64>, Option<Handle<Any>>, String, Handle<Any>,) {
        (r#move, r#where, x, entry,)
    }

    /// Does what number 90 does.
    #[function(signature = (self_, hstack = b"ab\x00", result = 0, /, *, héllo = false, x, _private = Some(-3), **bound))]
    pub fn number90(self_: i64, hstack: &[u8], result: i64, héllo: bool, x: Handle<Any>, _private: Option<i64>, bound: Handle<Dict>) -> (i64, &[u8], i64, bool, Handle<Any>, Option<i64>, Handle<Dict>,) {
        (self_, hstack, result, héllo, x, _private, bound,)
    }

    /// Does what number 91 does.
    #[function(signature = (context, *, alpha, Handle))]
    pub fn number91(context: Option<Handle<Any>>, alpha: Handle<Any>, Handle: Option<i64>) -> (Option<Handle<Any>>, Handle<Any>, Option<i64>,) {
        (context, alpha, Handle,)
    }

    /// Does what number 92 does.
    #[function(signature = (count, context, /, y = "", r#match = None, *, very_long_name_of_a_parameter))]
    pub fn number92(count: Handle<Any>, context: Handle<Any>, y: &str, r#match: Option<i64>, very_long_name_of_a_parameter: Handle<Any>) -> (Handle<Any>, Handle<Any>, &str, Option<i64>, Handle<Any>,) {
        (count, context, y, r#match, very_long_name_of_a_parameter,)
    }

    /// Does what number 93 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (Handle, **hstack))]
    pub fn number93(hstack: Option<Handle<Dict>>, Handle: Handle<Any>) -> (Handle<Any>, Option<Handle<Dict>>,) {
        (Handle, hstack,)
    }

    #[function(signature = (names, SIGNATURE, r#move, /, r#where, Handle = None, given = None))]
    pub fn r#trait(Handle: Option<Handle<Any>>, r#where: Handle<Any>, given: Option<Handle<Any>>, names: Handle<Any>, SIGNATURE: Option<i64>, r#move: f64) -> (Handle<Any>, Option<i64>, f64, Handle<Any>, Option<Handle<Any>>, Option<Handle<Any>>,) {
        (names, SIGNATURE, r#move, r#where, Handle, given,)
    }

    /// Does what number 95 does.
    #[function(signature = (values, very_long_name_of_a_parameter, context, /, héllo, entry, *, r#move = Some(-3), SIGNATURE, r#fn = true))]
    pub fn number95(very_long_name_of_a_parameter: Option<Handle<Any>>, context: Handle<Any>, values: String, héllo: Handle<Any>, r#move: Option<i64>, r#fn: bool, entry: Handle<Any>, SIGNATURE: Handle<Any>) -> (String, Option<Handle<Any>>, Handle<Any>, Handle<Any>, Handle<Any>, Option<i64>, Handle<Any>, bool,) {
        (values, very_long_name_of_a_parameter, context, héllo, entry, r#move, SIGNATURE, r#fn,)
    }

    /// Does what number 96 does.
    #[function(signature = (r#where, hstack = -0.25, *, héllo = "é€😀|b=1)", bravo = b"ab\x00", given))]
    pub fn number96(r#where: Handle<Any>, hstack: f64, héllo: &str, bravo: &[u8], given: String) -> (Handle<Any>, f64, &str, &[u8], String,) {
        (r#where, hstack, héllo, bravo, given,)
    }

    /// Does what number 97 does.
    #[function(signature = (dtype, /, bound, slot0, alpha = 1_000_000, *_private))]
    pub fn number97(dtype: &[u8], bound: bool, slot0: i64, alpha: i64, _private: Handle<Tuple>) -> (&[u8], bool, i64, i64, Handle<Tuple>,) {
        (dtype, bound, slot0, alpha, _private,)
    }

    /// Does what number 98 does.
    #[function(signature = (r#ref, x = "x".to_owned(), *, values = -0x10, this, **hstack))]
    pub fn number98(r#ref: Handle<Any>, values: i64, this: Handle<Any>, hstack: Handle<Dict>, x: String) -> (Handle<Any>, String, i64, Handle<Any>, Handle<Dict>,) {
        (r#ref, x, values, this, hstack,)
    }

    /// Does what number 99 does.
    #[function(signature = (module, arguments, /, r#where, given, dtype, hstack))]
    pub fn number99(module: Handle<Any>, arguments: Option<i64>, r#where: Option<i64>, given: &str, dtype: &[u8], hstack: Handle<Any>) -> (Handle<Any>, Option<i64>, Option<i64>, &str, &[u8], Handle<Any>,) {
        (module, arguments, r#where, given, dtype, hstack,)
    }

    /// Does what number 100 does.
    #[function(name = "other_100", signature = (count, /, f, r#impl, entry, *, bound = false, r#ref))]
    pub fn number100(r#ref: bool, entry: String, bound: bool, count: i64, f: Handle<Any>, r#impl: &[u8]) -> (i64, Handle<Any>, &[u8], String, bool, bool,) {
        (count, f, r#impl, entry, bound, r#ref,)
    }

    #[function(signature = (r#impl, Handle, r#fn, /))]
    pub fn number101(r#impl: &[u8], Handle: f64, r#fn: String) -> (&[u8], f64, String,) {
        (r#impl, Handle, r#fn,)
    }

    /// Does what number 102 does.
    #[function(signature = (context, r#move, *, f, Handle, values = None))]
    pub fn number102(context: Handle<Any>, r#move: &str, f: String, Handle: Handle<Any>, values: Option<i64>) -> (Handle<Any>, &str, String, Handle<Any>, Option<i64>,) {
        (context, r#move, f, Handle, values,)
    }

    /// Does what number 103 does.
    #[function(signature = (hstack, *, self_ = b"ab\x00"))]
    pub fn number103(hstack: Option<Handle<Any>>, self_: &[u8]) -> (Option<Handle<Any>>, &[u8],) {
        (hstack, self_,)
    }

    /// Does what number 104 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (hstack = "x", dtype = 1, /, bound = Some(-3), *, x, **given))]
    pub fn number104(hstack: &str, dtype: i64, bound: Option<i64>, x: Handle<Any>, given: Handle<Dict>) -> (&str, i64, Option<i64>, Handle<Any>, Handle<Dict>,) {
        (hstack, dtype, bound, x, given,)
    }

    /// Does what number 105 does.
    #[function(signature = (*, very_long_name_of_a_parameter = b"ab\x00", r#fn = 1e10))]
    pub fn number105(very_long_name_of_a_parameter: &[u8], r#fn: f64) -> (&[u8], f64,) {
        (very_long_name_of_a_parameter, r#fn,)
    }

    /// Does what number 106 does.
    #[function(signature = (f, /, _private, y, names, r#type, *, r#match = Some(-3), bound = "x".to_owned(), entry))]
    pub fn number106(f: i64, _private: Handle<Any>, y: Handle<Any>, names: f64, r#type: Handle<Any>, r#match: Option<i64>, bound: String, entry: i64) -> (i64, Handle<Any>, Handle<Any>, f64, Handle<Any>, Option<i64>, String, i64,) {
        (f, _private, y, names, r#type, r#match, bound, entry,)
    }

    /// Does what number 107 does.
    #[function(signature = (very_long_name_of_a_parameter = -2.0, entry = "x".to_owned()))]
    pub fn number107(very_long_name_of_a_parameter: f64, entry: String) -> (f64, String,) {
        (very_long_name_of_a_parameter, entry,)
    }

    #[function(signature = (y, count, x, /, **bravo))]
    pub fn number108(count: bool, y: Handle<Any>, bravo: Handle<Dict>, x: Handle<Any>) -> (Handle<Any>, bool, Handle<Any>, Handle<Dict>,) {
        (y, count, x, bravo,)
    }

    /// Does what number 109 does.
    #[function(signature = (r#where, slot0, self_, /, x, result, **context))]
    pub fn number109(r#where: Handle<Any>, slot0: Handle<Any>, self_: &[u8], x: Handle<Any>, result: Handle<Any>, context: Handle<Dict>) -> (Handle<Any>, Handle<Any>, &[u8], Handle<Any>, Handle<Any>, Handle<Dict>,) {
        (r#where, slot0, self_, x, result, context,)
    }

    /// Does what number 110 does.
    #[function(signature = (r#ref, /, bravo))]
    pub fn number110(r#ref: &str, bravo: Handle<Any>) -> (&str, Handle<Any>,) {
        (r#ref, bravo,)
    }

    /// Does what number 111 does.
    #[function(signature = (x, /, arguments, *, r#type, héllo))]
    pub fn number111(x: Handle<Any>, arguments: Option<Handle<Any>>, r#type: Handle<Any>, héllo: Handle<Any>) -> (Handle<Any>, Option<Handle<Any>>, Handle<Any>, Handle<Any>,) {
        (x, arguments, r#type, héllo,)
    }

    /// Does what number 112 does.
    #[function]
    pub fn number112(r#move: i64) -> (i64,) {
        (r#move,)
    }

    /// Does what number 113 does.
    #[function(signature = (dtype = None))]
    pub fn number113(dtype: Option<Handle<Any>>) -> (Option<Handle<Any>>,) {
        (dtype,)
    }

    /// Does what number 114 does.
    #[function(signature = (r#type, hstack, /, result, r#where, *arguments, dtype, alpha, r#fn))]
    pub fn number114(r#type: i64, hstack: Option<i64>, result: Option<Handle<Any>>, r#where: Handle<Any>, arguments: Vec<Handle<Any>>, dtype: Handle<Any>, alpha: bool, r#fn: &str) -> (i64, Option<i64>, Option<Handle<Any>>, Handle<Any>, Vec<Handle<Any>>, Handle<Any>, bool, &str,) {
        (r#type, hstack, result, r#where, arguments, dtype, alpha, r#fn,)
    }

    #[function(signature = (alpha, given = true, *, r#where, values, r#fn))]
    pub fn number115(alpha: Option<i64>, given: bool, r#where: Handle<Any>, values: Handle<Any>, r#fn: Handle<Any>) -> (Option<i64>, bool, Handle<Any>, Handle<Any>, Handle<Any>,) {
        (alpha, given, r#where, values, r#fn,)
    }

    /// Does what number 116 does.
    #[function(signature = (x, /, r#where, y, *, héllo, given = true))]
    pub fn number116(x: bool, r#where: Handle<Any>, y: String, héllo: Option<i64>, given: bool) -> (bool, Handle<Any>, String, Option<i64>, bool,) {
        (x, r#where, y, héllo, given,)
    }

    /// Does what number 117 does.
    #[function(signature = (Handle, r#type, *SIGNATURE, r#ref = Some(-3)))]
    pub fn number117(Handle: Handle<Any>, r#type: Option<i64>, SIGNATURE: Vec<Handle<Any>>, r#ref: Option<i64>) -> (Handle<Any>, Option<i64>, Vec<Handle<Any>>, Option<i64>,) {
        (Handle, r#type, SIGNATURE, r#ref,)
    }

    /// Does what number 118 does.
    #[function(signature = (bravo, r#where, *, r#impl, very_long_name_of_a_parameter = -0.25, context))]
    pub fn number118(bravo: i64, r#where: Option<i64>, r#impl: Handle<Any>, very_long_name_of_a_parameter: f64, context: &str) -> (i64, Option<i64>, Handle<Any>, f64, &str,) {
        (bravo, r#where, r#impl, very_long_name_of_a_parameter, context,)
    }

    /// Does what number 119 does.
    #[function(signature = (result, given = None, *SIGNATURE))]
    pub fn number119(result: Handle<Any>, given: Option<i64>, SIGNATURE: Vec<Handle<Any>>) -> (Handle<Any>, Option<i64>, Vec<Handle<Any>>,) {
        (result, given, SIGNATURE,)
    }

    /// Does what number 120 does.
    #[function(signature = (this, /, self_, dtype, *, r#impl = 0, r#match = false, x = 3))]
    pub fn number120(this: Handle<Any>, self_: String, dtype: Handle<Any>, r#impl: i64, r#match: bool, x: Option<i64>) -> (Handle<Any>, String, Handle<Any>, i64, bool, Option<i64>,) {
        (this, self_, dtype, r#impl, r#match, x,)
    }

    /// Does what number 121 does.
    #[function(signature = (*count, alpha))]
    pub fn number121(count: Vec<Handle<Any>>, alpha: Handle<Any>) -> (Vec<Handle<Any>>, Handle<Any>,) {
        (count, alpha,)
    }

    #[function(signature = (r#match = "é€😀|b=1)", r#move = 1.5, /, r#impl = "", y = "x", module = 1.5, *entry, given = false, r#fn, very_long_name_of_a_parameter = -0x10))]
    pub fn number122(r#match: &str, r#move: f64, r#impl: &str, y: &str, module: f64, entry: Vec<Handle<Any>>, given: bool, r#fn: Handle<Any>, very_long_name_of_a_parameter: i64) -> (&str, f64, &str, &str, f64, Vec<Handle<Any>>, bool, Handle<Any>, i64,) {
        (r#match, r#move, r#impl, y, module, entry, given, r#fn, very_long_name_of_a_parameter,)
    }

    /// Does what number 123 does.
    #[function(signature = (y, héllo, context, module, *, r#move = true, _private))]
    pub fn number123(y: Option<i64>, héllo: Handle<Any>, context: String, module: Handle<Any>, r#move: bool, _private: &str) -> (Option<i64>, Handle<Any>, String, Handle<Any>, bool, &str,) {
        (y, héllo, context, module, r#move, _private,)
    }

    /// Does what number 124 does.
    #[function(signature = (bravo, r#ref, r#fn, hstack = -1, *, count = "x", names, bound = true))]
    pub fn number124(bound: bool, count: &str, r#ref: Option<Handle<Any>>, hstack: i64, r#fn: &str, bravo: Handle<Any>, names: Handle<Any>) -> (Handle<Any>, Option<Handle<Any>>, &str, i64, &str, Handle<Any>, bool,) {
        (bravo, r#ref, r#fn, hstack, count, names, bound,)
    }

    /// Does what number 125 does.
    #[function(signature = (self_, /, very_long_name_of_a_parameter = None))]
    pub fn number125(self_: &[u8], very_long_name_of_a_parameter: Option<Handle<Any>>) -> (&[u8], Option<Handle<Any>>,) {
        (self_, very_long_name_of_a_parameter,)
    }

    /// Does what number 126 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (r#match, /, bound, *, module))]
    pub fn number126(r#match: Handle<Any>, bound: Option<i64>, module: Handle<Any>) -> (Handle<Any>, Option<i64>, Handle<Any>,) {
        (r#match, bound, module,)
    }

    /// Does what number 127 does.
    #[function(signature = (very_long_name_of_a_parameter = -2.0, *, f, count, this))]
    pub fn number127(very_long_name_of_a_parameter: f64, f: i64, count: Handle<Any>, this: Handle<Any>) -> (f64, i64, Handle<Any>, Handle<Any>,) {
        (very_long_name_of_a_parameter, f, count, this,)
    }

    /// Does what number 128 does.
    #[function(signature = (entry = None, *alpha, f))]
    pub fn number128(entry: Option<Handle<Any>>, alpha: Handle<Tuple>, f: &str) -> (Option<Handle<Any>>, Handle<Tuple>, &str,) {
        (entry, alpha, f,)
    }

    #[function(name = "other_129", signature = (values, r#match, /, SIGNATURE, _private, r#where, self_, *, dtype = "x".to_owned()))]
    pub fn number129(dtype: String, r#where: i64, r#match: Handle<Any>, SIGNATURE: Handle<Any>, values: Handle<Any>, self_: Handle<Any>, _private: Handle<Any>) -> (Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, i64, Handle<Any>, String,) {
        (values, r#match, SIGNATURE, _private, r#where, self_, dtype,)
    }

    /// Does what number 130 does.
    #[function(signature = (r#impl, r#where, /, names, *, module = 1_000_000))]
    pub fn number130(module: i64, r#impl: Handle<Any>, r#where: Handle<Any>, names: Handle<Any>) -> (Handle<Any>, Handle<Any>, Handle<Any>, i64,) {
        (r#impl, r#where, names, module,)
    }

    /// Does what number 131 does.
    #[function(signature = (hstack, SIGNATURE, /, values, *, very_long_name_of_a_parameter))]
    pub fn r#unsafe(hstack: &[u8], SIGNATURE: Option<Handle<Any>>, values: Handle<Any>, very_long_name_of_a_parameter: &[u8]) -> (&[u8], Option<Handle<Any>>, Handle<Any>, &[u8],) {
        (hstack, SIGNATURE, values, very_long_name_of_a_parameter,)
    }

    /// Does what number 132 does.
    #[function(signature = (r#where, r#type, x = 1.5, this = true, *, r#ref, alpha = 3))]
    pub fn number132(r#where: Handle<Any>, r#type: &str, x: f64, this: bool, r#ref: Option<i64>, alpha: Option<i64>) -> (Handle<Any>, &str, f64, bool, Option<i64>, Option<i64>,) {
        (r#where, r#type, x, this, r#ref, alpha,)
    }

    /// Does what number 133 does.
    #[function(signature = (hstack))]
    pub fn number133(hstack: Handle<Any>) -> (Handle<Any>,) {
        (hstack,)
    }

    /// Does what number 134 does.
    #[function(signature = (r#fn, /, x, SIGNATURE = b"ab\x00"))]
    pub fn number134(r#fn: Handle<Any>, x: &str, SIGNATURE: &[u8]) -> (Handle<Any>, &str, &[u8],) {
        (r#fn, x, SIGNATURE,)
    }

    /// Does what number 135 does.
    #[function(signature = (r#ref, *very_long_name_of_a_parameter, r#impl = Some(-3), dtype = "x", r#where = None, **alpha))]
    pub fn number135(r#ref: Handle<Any>, very_long_name_of_a_parameter: Handle<Tuple>, r#impl: Option<i64>, dtype: &str, r#where: Option<i64>, alpha: Option<Handle<Dict>>) -> (Handle<Any>, Handle<Tuple>, Option<i64>, &str, Option<i64>, Option<Handle<Dict>>,) {
        (r#ref, very_long_name_of_a_parameter, r#impl, dtype, r#where, alpha,)
    }

    #[function(signature = (y = "it\'s", /, f = 0, *, r#match, bound, hstack = 0))]
    pub fn number136(y: &str, f: i64, r#match: i64, bound: Option<i64>, hstack: i64) -> (&str, i64, i64, Option<i64>, i64,) {
        (y, f, r#match, bound, hstack,)
    }

    /// Does what number 137 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (Handle, /, r#impl, *, r#fn, arguments = -2.0, module))]
    pub fn number137(Handle: f64, module: Handle<Any>, arguments: f64, r#fn: Handle<Any>, r#impl: Handle<Any>) -> (f64, Handle<Any>, Handle<Any>, f64, Handle<Any>,) {
        (Handle, r#impl, r#fn, arguments, module,)
    }

    /// Does what number 138 does.
    #[function(signature = (context, *, f = "it\'s", **r#impl))]
    pub fn number138(context: Option<i64>, r#impl: Handle<Dict>, f: &str) -> (Option<i64>, &str, Handle<Dict>,) {
        (context, f, r#impl,)
    }

    /// Does what number 139 does.
    #[function(signature = (very_long_name_of_a_parameter, r#ref))]
    pub fn number139(r#ref: bool, very_long_name_of_a_parameter: &str) -> (&str, bool,) {
        (very_long_name_of_a_parameter, r#ref,)
    }

    /// Does what number 140 does.
    #[function(signature = (alpha, r#ref, *, slot0, result, f))]
    pub fn number140(alpha: f64, r#ref: f64, slot0: Option<Handle<Any>>, result: Handle<Any>, f: Handle<Any>) -> (f64, f64, Option<Handle<Any>>, Handle<Any>, Handle<Any>,) {
        (alpha, r#ref, slot0, result, f,)
    }

    /// Does what number 141 does.
    #[function(signature = (self_, /, module, r#fn = b"ab\x00"))]
    pub fn number141(self_: Option<i64>, module: Handle<Any>, r#fn: &[u8]) -> (Option<i64>, Handle<Any>, &[u8],) {
        (self_, module, r#fn,)
    }

    /// Does what number 142 does.
    #[function(signature = (r#type, names, hstack, /, this = None, r#move = false, context = Some(-3), *alpha, very_long_name_of_a_parameter))]
    pub fn number142(this: Option<Handle<Any>>, context: Option<i64>, r#type: Handle<Any>, names: String, alpha: Vec<Handle<Any>>, very_long_name_of_a_parameter: Handle<Any>, hstack: Option<Handle<Any>>, r#move: bool) -> (Handle<Any>, String, Option<Handle<Any>>, Option<Handle<Any>>, bool, Option<i64>, Vec<Handle<Any>>, Handle<Any>,) {
        (r#type, names, hstack, this, r#move, context, alpha, very_long_name_of_a_parameter,)
    }

    #[function(signature = (alpha, bravo, /, r#impl, given, r#type, *héllo))]
    pub fn number143(alpha: Handle<Any>, bravo: Handle<Any>, r#impl: Handle<Any>, given: Handle<Any>, r#type: i64, héllo: Handle<Tuple>) -> (Handle<Any>, Handle<Any>, Handle<Any>, Handle<Any>, i64, Handle<Tuple>,) {
        (alpha, bravo, r#impl, given, r#type, héllo,)
    }

    /// Does what number 144 does.
    #[function(signature = (very_long_name_of_a_parameter, arguments = b"ab\x00"))]
    pub fn number144(very_long_name_of_a_parameter: Option<i64>, arguments: &[u8]) -> (Option<i64>, &[u8],) {
        (very_long_name_of_a_parameter, arguments,)
    }

    /// Does what number 145 does.
    #[function(signature = (self_, x = "it\'s", Handle = None))]
    pub fn number145(self_: Handle<Any>, x: &str, Handle: Option<i64>) -> (Handle<Any>, &str, Option<i64>,) {
        (self_, x, Handle,)
    }

    /// Does what number 146 does.
    #[function(signature = (r#impl, /, given, result = None, r#type = Some(-3), context = false))]
    pub fn number146(r#impl: Handle<Any>, given: Handle<Any>, result: Option<i64>, r#type: Option<i64>, context: bool) -> (Handle<Any>, Handle<Any>, Option<i64>, Option<i64>, bool,) {
        (r#impl, given, result, r#type, context,)
    }

    /// Does what number 147 does.
    #[function(signature = (r#move, /, dtype, **bravo))]
    pub fn number147(r#move: Handle<Any>, bravo: Handle<Dict>, dtype: Handle<Any>) -> (Handle<Any>, Handle<Any>, Handle<Dict>,) {
        (r#move, dtype, bravo,)
    }

    /// Does what number 148 does.
    ///
    /// In two paragraphs: `--`, "quoted".
    ///
    ///     and indented
    #[function(signature = (Handle, *, f, count = None, **r#where))]
    pub fn number148(Handle: &str, f: String, count: Option<Handle<Any>>, r#where: Option<Handle<Dict>>) -> (&str, String, Option<Handle<Any>>, Option<Handle<Dict>>,) {
        (Handle, f, count, r#where,)
    }

    /// Does what number 149 does.
    #[function(signature = (very_long_name_of_a_parameter, bravo = "é€😀|b=1)", *, r#match = -0.25))]
    pub fn number149(very_long_name_of_a_parameter: Handle<Any>, bravo: &str, r#match: f64) -> (Handle<Any>, &str, f64,) {
        (very_long_name_of_a_parameter, bravo, r#match,)
    }
}
