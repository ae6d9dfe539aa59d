using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The caller context of a background job: no tenant until it runs as a <see cref="SystemCaller"/>.</summary>
internal sealed class SystemCallerContext : CallerContext
{
    /// <inheritdoc />
    public override RequestOrigin Origin => RequestOrigin.None;

    /// <inheritdoc />
    protected override Caller? Authenticated => null;
}
