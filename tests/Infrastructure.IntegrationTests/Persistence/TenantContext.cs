using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A caller context that a test sets.</summary>
internal sealed class TenantContext : ICallerContext
{
    public Caller? Caller { get; set; }

    public RequestOrigin Origin => RequestOrigin.None;

    public Task<T> RunAsAsync<T>(Caller caller, Func<Task<T>> work) => throw new NotSupportedException("The tenant of the scope is the test's.");
}
