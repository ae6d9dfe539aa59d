using CleanApi.Application.Common.Security;

namespace CleanApi.Infrastructure.Persistence;

/// <summary>The program itself: nobody until it enters a tenant.</summary>
internal sealed class SystemCaller : ICallerContext
{
    /// <inheritdoc />
    public Caller? Caller { get; private set; }

    /// <inheritdoc />
    public RequestOrigin Origin => RequestOrigin.None;

    /// <inheritdoc />
    public void Enter(Caller caller) => Caller = caller;
}
