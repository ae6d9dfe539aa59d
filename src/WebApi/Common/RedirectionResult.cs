using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Common;

/// <summary>Redirects, without a body.</summary>
/// <param name="status">302, or 303 after an action with effects (RFC 9110, section 15.4.4).</param>
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
