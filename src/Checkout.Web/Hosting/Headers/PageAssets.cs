using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Checkout.Web.Hosting.Headers;

/// <summary>A file a page loads: its address, which changes with the content, and the hash the browser compares (SRI).</summary>
public sealed record PageAsset(string Url, string Integrity);

/// <summary>The stylesheet and the script of the shopper's pages.</summary>
public sealed class PageAssets
{
    public const string StylePath = "css/pay.css";
    public const string ScriptPath = "js/pay.js";

    private readonly IFileProvider _files;
    private readonly Lock _first = new();
    private bool _found;
    private volatile PageAsset _style;
    private volatile PageAsset _script;

    /// <exception cref="FileNotFoundException">The web root lacks one of them: the installation is incomplete.</exception>
    public PageAssets(IWebHostEnvironment environment)
    {
        _files = environment.WebRootFileProvider;
        (_style, _script) = (Read(StylePath, null), Read(ScriptPath, null));
        if (!environment.IsDevelopment()) return;
        ChangeToken.OnChange(() => _files.Watch(StylePath), () => _style = Read(StylePath, null));
        ChangeToken.OnChange(() => _files.Watch(ScriptPath), () => _script = Read(ScriptPath, null));
    }

    public PageAsset Style => _style;

    public PageAsset Script => _script;

    /// <summary>Uses the fingerprinted addresses that <c>MapStaticAssets</c> serves for ever, where there are any.</summary>
    public PageAssets For(HttpContext http)
    {
        // A notice can be shown where there is no page, which knows no names: then the next page tells them.
        if (_found || http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>() is not { } known) return this;
        lock (_first)
        {
            if (_found) return this;
            (_style, _script) = (Read(StylePath, known), Read(ScriptPath, known));
            _found = true;
        }

        return this;
    }

    private PageAsset Read(string path, ResourceAssetCollection? known)
    {
        using var content = _files.GetFileInfo(path).CreateReadStream();
        var hash = Convert.ToBase64String(SHA384.HashData(content));
        var named = known?[path];
        var url = named is not null && named != path ? "/" + named : $"/{path}?v={Uri.EscapeDataString(hash[..12])}";
        return new PageAsset(url, "sha384-" + hash);
    }
}
