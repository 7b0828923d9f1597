using Checkout.Web.Hosting;

namespace Checkout.Web.Docs;

/// <summary>A dialect's description joined with the running server, made at the first question and kept.</summary>
public sealed record ApiReference(ApiDescription Api, IReadOnlyList<RoutedOperation> Operations, string Address, string Key, byte[] Document)
{
    public string Curl(RoutedOperation operation, Example example) => new CurlText(Operations, Address, Key).Of(operation, example);
}

/// <summary>The references of all dialects that describe themselves.</summary>
public sealed class ApiReferences(IEnumerable<ApiDescription> descriptions, EndpointDataSource endpoints, PublicAddress address, SandboxSettings sandbox)
{
    // The address and the routes are known only when the server runs.
    private readonly Lazy<IReadOnlyList<ApiReference>> _all = new(() => [.. descriptions.Select(api => Make(api, endpoints, address.Base, sandbox.Enabled))]);

    public IReadOnlyList<ApiReference> All => _all.Value;

    public ApiReference? Find(string name) => All.FirstOrDefault(reference => reference.Api.Name == name);

    private static ApiReference Make(ApiDescription api, EndpointDataSource endpoints, string address, bool isSandbox)
    {
        var operations = RoutedOperation.Join(api, RoutedAction.Of(endpoints));
        return new ApiReference(api, operations, address, isSandbox ? api.SandboxKey : api.OwnKey, DocumentWriter.Write(api, operations, address));
    }
}
