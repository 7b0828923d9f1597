using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Checkout.Core.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Checkout.Vault.Keys;

/// <summary>
/// The ring's keys in the store, as rows <c>ring.1</c>, <c>ring.2</c>, … A key gets the number after the last one that was read. When
/// two servers make the same number at once, the first one's row stays and is the key of both.
/// </summary>
internal sealed class RingRows(ISettingStore settings) : IXmlRepository
{
    public const string Room = "key-ring";

    private const string Prefix = "ring.";

    /// <summary>How many keys the ring held when it was read last.</summary>
    public int Count { get; private set; }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var rows = settings.ReadAll(Room).Where(row => row.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToList();
        Count = rows.Count;
        return rows.ConvertAll(row => Read(row.Key, row.Value));
    }

    public void StoreElement(XElement element, string friendlyName) =>
        settings.Write(
            Room, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Count + 1}"), element.ToString(SaveOptions.DisableFormatting), onlyNew: true);

    private static XElement Read(string name, string row)
    {
        try
        {
            return XElement.Parse(row);
        }
        catch (XmlException refusal)
        {
            throw new VaultRefusedStartException($"Row {name} of the key ring is damaged: restore the key ring from the last backup.", refusal);
        }
    }
}
