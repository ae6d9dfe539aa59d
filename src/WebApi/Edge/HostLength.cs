using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.Edge;

/// <summary>Refuses a Host header that is longer than a name and a port can be (RFC 1035, section 2.3.4): whatever makes an address of it would fail.</summary>
internal sealed class HostLength(RequestDelegate next)
{
    private const int Longest = 253 + 6;

    /// <summary>Runs a request.</summary>
    public Task InvokeAsync(HttpContext context) =>
        context.Request.Host.Value is { Length: > Longest } ? throw new BadRequestError("The Host header is longer than a host and a port can be") : next(context);
}
