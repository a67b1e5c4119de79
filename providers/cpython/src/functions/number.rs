//! Numbers: the operators.

use crate::capi;
use crate::guard::functions;
use hstack_sys::Ref;

macro_rules! operators {
    ($($name:ident $function:ident($($arg:ident)*);)*) => {
        functions! { $(
            fn $name($($arg: Ref),*; context) -> Option<Ref> {
                capi::$function($($arg),*)
            }
        )* }
    };
}

operators! {
    add PyNumber_Add(left right);
    subtract PyNumber_Subtract(left right);
    multiply PyNumber_Multiply(left right);
    matrix_multiply PyNumber_MatrixMultiply(left right);
    true_divide PyNumber_TrueDivide(left right);
    floor_divide PyNumber_FloorDivide(left right);
    remainder PyNumber_Remainder(left right);
    divmod PyNumber_Divmod(left right);
    power PyNumber_Power(left right modulus);
    lshift PyNumber_Lshift(left right);
    rshift PyNumber_Rshift(left right);
    and PyNumber_And(left right);
    or PyNumber_Or(left right);
    xor PyNumber_Xor(left right);
    add_in_place PyNumber_InPlaceAdd(left right);
    subtract_in_place PyNumber_InPlaceSubtract(left right);
    multiply_in_place PyNumber_InPlaceMultiply(left right);
    matrix_multiply_in_place PyNumber_InPlaceMatrixMultiply(left right);
    true_divide_in_place PyNumber_InPlaceTrueDivide(left right);
    floor_divide_in_place PyNumber_InPlaceFloorDivide(left right);
    remainder_in_place PyNumber_InPlaceRemainder(left right);
    power_in_place PyNumber_InPlacePower(left right modulus);
    lshift_in_place PyNumber_InPlaceLshift(left right);
    rshift_in_place PyNumber_InPlaceRshift(left right);
    and_in_place PyNumber_InPlaceAnd(left right);
    or_in_place PyNumber_InPlaceOr(left right);
    xor_in_place PyNumber_InPlaceXor(left right);
    negative PyNumber_Negative(object);
    positive PyNumber_Positive(object);
    absolute PyNumber_Absolute(object);
    invert PyNumber_Invert(object);
    index PyNumber_Index(object);
    int PyNumber_Long(object);
    float PyNumber_Float(object);
}
