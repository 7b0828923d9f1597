using System.Reflection;
using Xunit.Sdk;

namespace Checkout.BrowserTests.Browsers;

/// <summary>What a shopper holds: a desktop window of 1280×900 or a phone of 390×844, with scripts running or switched off.</summary>
public enum Device { Desktop, DesktopWithoutScript, Phone, PhoneWithoutScript }

public static class Devices
{
    public static bool RunsScript(this Device device) => device is Device.Desktop or Device.Phone;

    public static bool IsPhone(this Device device) => device is Device.Phone or Device.PhoneWithoutScript;
}

/// <summary>Tells a story on every device.</summary>
public sealed class EveryDeviceAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Enum.GetValues<Device>().Select(device => new object[] { device });
}
