//! Numbers: the operators.

use crate::guard::passed;
use hstack_sys::Ref;

passed! {
    fn add(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Add;
    fn subtract(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Subtract;
    fn multiply(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Multiply;
    fn matrix_multiply(left: Ref, right: Ref) -> Option<Ref> = PyNumber_MatrixMultiply;
    fn true_divide(left: Ref, right: Ref) -> Option<Ref> = PyNumber_TrueDivide;
    fn floor_divide(left: Ref, right: Ref) -> Option<Ref> = PyNumber_FloorDivide;
    fn remainder(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Remainder;
    fn divmod(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Divmod;
    fn power(left: Ref, right: Ref, modulus: Ref) -> Option<Ref> = PyNumber_Power;
    fn lshift(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Lshift;
    fn rshift(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Rshift;
    fn and(left: Ref, right: Ref) -> Option<Ref> = PyNumber_And;
    fn or(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Or;
    fn xor(left: Ref, right: Ref) -> Option<Ref> = PyNumber_Xor;
    fn add_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceAdd;
    fn subtract_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceSubtract;
    fn multiply_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceMultiply;
    fn matrix_multiply_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceMatrixMultiply;
    fn true_divide_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceTrueDivide;
    fn floor_divide_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceFloorDivide;
    fn remainder_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceRemainder;
    fn power_in_place(left: Ref, right: Ref, modulus: Ref) -> Option<Ref> = PyNumber_InPlacePower;
    fn lshift_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceLshift;
    fn rshift_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceRshift;
    fn and_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceAnd;
    fn or_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceOr;
    fn xor_in_place(left: Ref, right: Ref) -> Option<Ref> = PyNumber_InPlaceXor;
    fn negative(object: Ref) -> Option<Ref> = PyNumber_Negative;
    fn positive(object: Ref) -> Option<Ref> = PyNumber_Positive;
    fn absolute(object: Ref) -> Option<Ref> = PyNumber_Absolute;
    fn invert(object: Ref) -> Option<Ref> = PyNumber_Invert;
    fn index(object: Ref) -> Option<Ref> = PyNumber_Index;
    fn int(object: Ref) -> Option<Ref> = PyNumber_Long;
    fn float(object: Ref) -> Option<Ref> = PyNumber_Float;
}
