using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Checkout.Web.Hosting;

/// <summary>
/// The framework wants a key ring of its own for cookies we do not use, and would write it in clear into the user's home. It gets one that
/// lives as long as the process. Everything that must last is the vault's.
/// </summary>
internal sealed class ForgetfulKeyRing : IXmlRepository
{
    private readonly List<XElement> _elements = [];

    public static void Use(KeyManagementOptions options) => options.XmlRepository = new ForgetfulKeyRing();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        lock (_elements) return [.. _elements];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_elements) _elements.Add(element);
    }
}
