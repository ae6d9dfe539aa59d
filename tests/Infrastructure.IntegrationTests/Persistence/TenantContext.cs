using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A caller context whose authenticated caller a test sets.</summary>
internal sealed class TenantContext : CallerContext
{
    public Caller? SignedIn { get; set; }

    public override RequestOrigin Origin => RequestOrigin.None;

    protected override Caller? Authenticated => SignedIn;
}
