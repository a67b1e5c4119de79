//! IP addresses, as objects of the `ipaddress` module.

use super::{FromPy, FromPyOwned, Temp, ToPy};
use crate::error::{Result, mismatch};
use crate::exceptions::ValueError;
use crate::frame::Frame;
use crate::handle::Handle;
use crate::imported::Imported;
use crate::types::{Any, Str};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

static V4: Imported = Imported::new("ipaddress", "IPv4Address");
static V6: Imported = Imported::new("ipaddress", "IPv6Address");

#[inline]
fn is(f: &Frame<'_>, object: Handle<'_, Any>, class: &Imported) -> Result<bool> {
    Ok(f.api().type_of(object.live()).raw() == class.live(f)?.raw())
}

/// `ipaddress.IPv4Address`, or a str. Not an interface, whose network would be lost.
impl<'f> FromPy<'f> for Ipv4Addr {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if let Some(text) = object.try_cast::<Str>(f) {
            return Ok(text.as_str(f)?.parse()?);
        }
        if !is(f, object, &V4)? {
            return Err(mismatch(f, "ipaddress.IPv4Address", object));
        }
        object.get_attr::<[u8; 4]>(f, name!("packed")).map(Into::into)
    }
}

/// `ipaddress.IPv6Address` without a scope, which would be lost, or a str.
impl<'f> FromPy<'f> for Ipv6Addr {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if let Some(text) = object.try_cast::<Str>(f) {
            return Ok(text.as_str(f)?.parse()?);
        }
        if !is(f, object, &V6)? {
            return Err(mismatch(f, "ipaddress.IPv6Address", object));
        }
        if let Some(Some(scope)) = object.find_attr::<Option<String>>(f, name!("scope_id"))? {
            return Err(ValueError::new_err(format!(
                "an IPv6 address with the scope '{scope}' is more than its bits"
            )));
        }
        object.get_attr::<[u8; 16]>(f, name!("packed")).map(Into::into)
    }
}

/// An object of the `ipaddress` module, or a str.
impl<'f> FromPy<'f> for IpAddr {
    #[inline]
    fn from_py(f: &Frame<'f>, object: Handle<'f, Any>) -> Result<Self> {
        if let Some(text) = object.try_cast::<Str>(f) {
            return Ok(text.as_str(f)?.parse()?);
        }
        if is(f, object, &V6)? {
            return Ipv6Addr::from_py(f, object).map(IpAddr::V6);
        }
        match is(f, object, &V4)? {
            true => Ipv4Addr::from_py(f, object).map(IpAddr::V4),
            false => Err(mismatch(f, "ipaddress.IPv4Address or IPv6Address", object)),
        }
    }
}

impl<'f> ToPy<'f> for Ipv4Addr {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        let packed = f.api().bytes_of(&self.octets())?;
        f.api().call_with(V4.live(f)?, &mut [None, Some(packed.live())], 0, None)
    }
}

impl<'f> ToPy<'f> for Ipv6Addr {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        let packed = f.api().bytes_of(&self.octets())?;
        f.api().call_with(V6.live(f)?, &mut [None, Some(packed.live())], 0, None)
    }
}

impl<'f> ToPy<'f> for IpAddr {
    #[inline]
    fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
        match self {
            IpAddr::V4(address) => address.to_temp(f),
            IpAddr::V6(address) => address.to_temp(f),
        }
    }
}

macro_rules! both {
    ($($ty:ty)*) => { $(
        impl FromPyOwned for $ty {}

        impl<'f> ToPy<'f> for &$ty {
            #[inline]
            fn to_temp<'a>(self, f: &'a Frame<'f>) -> Result<Temp<'a, 'f>> {
                (*self).to_temp(f)
            }
        }
    )* };
}
both!(Ipv4Addr Ipv6Addr IpAddr);
