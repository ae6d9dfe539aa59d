using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Web;

namespace CleanApi.Infrastructure.Outbound;

/// <summary>Asks the guard on behalf of the caller's organization.</summary>
internal sealed class CallerOutboundGuard(OutboundGuard guard, ICallerContext context) : IOutboundGuard
{
    /// <inheritdoc />
    public Task<string?> RefusalOfAsync(string url, CancellationToken cancellationToken) =>
        guard.RefusalOfAsync(url, context.Caller?.OrganizationId.ToString() ?? context.Origin.IpAddress ?? "", cancellationToken);
}
