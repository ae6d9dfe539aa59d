using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Common;

/// <summary>Sends the browser elsewhere, without a body.</summary>
/// <param name="status">302 where the browser goes on, 303 where something was done (RFC 9110, section 15.4.4).</param>
/// <param name="location">The address.</param>
internal sealed class RedirectionResult(int status, string location) : IActionResult
{
    /// <inheritdoc />
    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = status;
        context.HttpContext.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
