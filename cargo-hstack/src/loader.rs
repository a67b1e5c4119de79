//! The Python file that makes PyPy import a bare NAME.so.

/// The text of NAME.py, which stands beside `file`.
///
/// PyPy imports only file names that carry its own version (`NAME.pypy311-pp80-….so`), so there the import finds this file. CPython
/// prefers the extension module and never reads it.
pub(crate) fn source(module: &str, file: &str) -> String {
    format!(
        r#""""Loads the extension module {module} from {file} beside this file.

PyPy imports an extension module only under a file name that carries its version, so there `import {module}` finds this file.
CPython prefers {file} and never reads it.
"""

import os
import sys
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "{file}")
spec = spec_from_file_location(__name__, path, loader=ExtensionFileLoader(__name__, path))
module = module_from_spec(spec)
sys.modules[__name__] = module
spec.loader.exec_module(module)
"#
    )
}
