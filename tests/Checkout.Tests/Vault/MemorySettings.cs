using Checkout.Core.Storage;

namespace Checkout.Tests.Vault;

/// <summary>A setting store in memory that tests can look into, damage and copy.</summary>
internal sealed class MemorySettings : ISettingStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Room, string Name), string> _rows;

    public MemorySettings() => _rows = [];

    private MemorySettings(Dictionary<(string Room, string Name), string> rows) => _rows = rows;

    public IReadOnlyDictionary<string, string> ReadAll(string room)
    {
        lock (_gate) return _rows.Where(row => row.Key.Room == room).ToDictionary(row => row.Key.Name, row => row.Value);
    }

    public bool Write(string room, string name, string value, bool onlyNew = false)
    {
        lock (_gate)
        {
            if (onlyNew) return _rows.TryAdd((room, name), value);
            _rows[(room, name)] = value;
            return true;
        }
    }

    public MemorySettings Copy()
    {
        lock (_gate) return new MemorySettings(new(_rows));
    }

    public void Lose(string room, string? name = null)
    {
        lock (_gate)
        {
            foreach (var row in _rows.Keys.Where(row => row.Room == room && (name is null || row.Name == name)).ToList()) _rows.Remove(row);
        }
    }
}
