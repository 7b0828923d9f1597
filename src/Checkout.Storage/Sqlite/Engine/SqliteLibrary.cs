using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// Which SQLite does the work: the operating system's, which is kept patched, or else the one in the package, which is of 2021.
/// </summary>
public static class SqliteLibrary
{
    private const string OfTheSystem = "libsqlite3.so.0";
    private const int OldestGood = 3_035_000;

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Whether the operating system's library is used.</summary>
    public static bool IsOfTheSystem { get; private set; }

    /// <summary>One sentence for the log, for example <c>SQLite 3.40.1 of the operating system</c>.</summary>
    public static string Description => Loaded.Value;

    internal static void Ensure() => _ = Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        // Without memory statistics SQLite takes no lock for each allocation. A library that is at work already keeps its own setting.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        var version = raw.sqlite3_libversion().utf8_to_string();
        return $"SQLite {version} {(IsOfTheSystem ? "of the operating system" : "from the package")}";
    }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3" || !OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(OfTheSystem, out var library)) return IntPtr.Zero;
        if (IsGood(library))
        {
            IsOfTheSystem = true;
            return library;
        }

        NativeLibrary.Free(library);
        return IntPtr.Zero;
    }

    private static bool IsGood(IntPtr library) =>
        Ask(library, "sqlite3_libversion_number") >= OldestGood && Ask(library, "sqlite3_threadsafe") != 0;

    private static int Ask(IntPtr library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address) ? Marshal.GetDelegateForFunctionPointer<Number>(address)() : 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Number();
}
