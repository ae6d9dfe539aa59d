using Microsoft.Net.Http.Headers;

namespace CleanApi.WebApi.Pages;

/// <summary>Post/Redirect/Get: redirects after a form, so that reloading does not submit it again (RFC 9110, section 15.4.4).</summary>
/// <param name="address">A local path.</param>
internal sealed class SeeOther(string address) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers[HeaderNames.Location] = address;
        return Task.CompletedTask;
    }
}
