using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Pay;

/// <summary>303: the answer to what was posted is the page at this address. A reload then repeats the reading and not the posting.</summary>
public sealed class SeeOther(string path) : ActionResult
{
    public string Path => path;

    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
    }
}
