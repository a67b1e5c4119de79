//! The constants of a context: singletons, built-in types and exceptions.

/// What a constant is, which decides where a provider finds it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ConstantKind {
    /// `None`, `True`, ..: an object of that name.
    Singleton,
    /// A built-in type.
    Type,
    /// A built-in exception or warning class.
    Exception,
}

/// Hands the list of constants to a macro: `index Kind Name "python name";`. A constant that the
/// running Python does not have is null in the table.
#[macro_export]
macro_rules! for_each_constant {
    ($callback:ident { $($extra:tt)* }) => { $callback! { { $($extra)* }
        0 Singleton None "None";
        1 Singleton True "True";
        2 Singleton False "False";
        3 Singleton NotImplemented "NotImplemented";
        4 Singleton Ellipsis "Ellipsis";
        5 Type Object "object";
        6 Type Type "type";
        7 Type Bool "bool";
        8 Type Int "int";
        9 Type Float "float";
        10 Type Complex "complex";
        11 Type Str "str";
        12 Type Bytes "bytes";
        13 Type ByteArray "bytearray";
        14 Type List "list";
        15 Type Tuple "tuple";
        16 Type Dict "dict";
        17 Type Set "set";
        18 Type FrozenSet "frozenset";
        19 Type Slice "slice";
        20 Type Range "range";
        21 Type MemoryView "memoryview";
        22 Type Module "module";
        23 Type Function "function";
        24 Type BuiltinFunction "builtin_function_or_method";
        25 Type Method "method";
        26 Type Capsule "PyCapsule";
        27 Type Super "super";
        28 Type Property "property";
        29 Type NoneType "NoneType";
        30 Type MappingProxy "mappingproxy";
        31 Exception BaseException "BaseException";
        32 Exception Exception "Exception";
        33 Exception ArithmeticError "ArithmeticError";
        34 Exception AssertionError "AssertionError";
        35 Exception AttributeError "AttributeError";
        36 Exception BlockingIOError "BlockingIOError";
        37 Exception BrokenPipeError "BrokenPipeError";
        38 Exception BufferError "BufferError";
        39 Exception ChildProcessError "ChildProcessError";
        40 Exception ConnectionAbortedError "ConnectionAbortedError";
        41 Exception ConnectionError "ConnectionError";
        42 Exception ConnectionRefusedError "ConnectionRefusedError";
        43 Exception ConnectionResetError "ConnectionResetError";
        44 Exception EOFError "EOFError";
        45 Exception FileExistsError "FileExistsError";
        46 Exception FileNotFoundError "FileNotFoundError";
        47 Exception FloatingPointError "FloatingPointError";
        48 Exception GeneratorExit "GeneratorExit";
        49 Exception ImportError "ImportError";
        50 Exception IndentationError "IndentationError";
        51 Exception IndexError "IndexError";
        52 Exception InterruptedError "InterruptedError";
        53 Exception IsADirectoryError "IsADirectoryError";
        54 Exception KeyError "KeyError";
        55 Exception KeyboardInterrupt "KeyboardInterrupt";
        56 Exception LookupError "LookupError";
        57 Exception MemoryError "MemoryError";
        58 Exception ModuleNotFoundError "ModuleNotFoundError";
        59 Exception NameError "NameError";
        60 Exception NotADirectoryError "NotADirectoryError";
        61 Exception NotImplementedError "NotImplementedError";
        62 Exception OSError "OSError";
        63 Exception OverflowError "OverflowError";
        64 Exception PermissionError "PermissionError";
        65 Exception ProcessLookupError "ProcessLookupError";
        66 Exception RecursionError "RecursionError";
        67 Exception ReferenceError "ReferenceError";
        68 Exception RuntimeError "RuntimeError";
        69 Exception StopAsyncIteration "StopAsyncIteration";
        70 Exception StopIteration "StopIteration";
        71 Exception SyntaxError "SyntaxError";
        72 Exception SystemError "SystemError";
        73 Exception SystemExit "SystemExit";
        74 Exception TabError "TabError";
        75 Exception TimeoutError "TimeoutError";
        76 Exception TypeError "TypeError";
        77 Exception UnboundLocalError "UnboundLocalError";
        78 Exception UnicodeDecodeError "UnicodeDecodeError";
        79 Exception UnicodeEncodeError "UnicodeEncodeError";
        80 Exception UnicodeError "UnicodeError";
        81 Exception UnicodeTranslateError "UnicodeTranslateError";
        82 Exception ValueError "ValueError";
        83 Exception ZeroDivisionError "ZeroDivisionError";
        84 Exception Warning "Warning";
        85 Exception BytesWarning "BytesWarning";
        86 Exception DeprecationWarning "DeprecationWarning";
        87 Exception FutureWarning "FutureWarning";
        88 Exception ImportWarning "ImportWarning";
        89 Exception PendingDeprecationWarning "PendingDeprecationWarning";
        90 Exception ResourceWarning "ResourceWarning";
        91 Exception RuntimeWarning "RuntimeWarning";
        92 Exception SyntaxWarning "SyntaxWarning";
        93 Exception UnicodeWarning "UnicodeWarning";
        94 Exception UserWarning "UserWarning";
        95 Exception EncodingWarning "EncodingWarning";
        96 Exception BaseExceptionGroup "BaseExceptionGroup";
        97 Exception ExceptionGroup "ExceptionGroup";
        98 Exception PythonFinalizationError "PythonFinalizationError";
    } };
}

macro_rules! define {
    ({} $($index:literal $kind:ident $name:ident $text:literal;)*) => {
        /// The index of each constant in [`crate::Context::constants`].
        #[repr(u32)]
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs)]
        pub enum Constant {
            $($name = $index,)*
        }

        impl Constant {
            /// Every constant, its kind and its name in Python, in the order of the table.
            pub const ALL: &'static [(Constant, ConstantKind, &'static str)] =
                &[$((Constant::$name, ConstantKind::$kind, $text),)*];
        }
    };
}
for_each_constant!(define {});
