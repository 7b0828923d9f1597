using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server.Chain;

namespace Checkout.BrowserTests.Stories.Chain;

internal static class Modes
{
    public static TheoryData<ProviderMode, Device> OnEveryDevice(params ProviderMode[] modes)
    {
        TheoryData<ProviderMode, Device> all = [];
        foreach (var mode in modes)
        {
            foreach (var device in Enum.GetValues<Device>()) all.Add(mode, device);
        }

        return all;
    }
}
