namespace Checkout.Core.Storage;

/// <summary>Small durable facts of the installation itself (the sandbox clock, the vault's wrapped keys), by name.</summary>
public interface ISettingStore
{
    IReadOnlyDictionary<string, string> ReadAll(string room);

    /// <summary>Writes a value; with <paramref name="onlyNew"/> an existing one stays and false comes back.</summary>
    bool Write(string room, string name, string value, bool onlyNew = false);
}
