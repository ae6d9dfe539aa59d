using System.Security.Claims;
using CleanApi.Application.Common.Security;

namespace CleanApi.WebApi.Security;

/// <summary>The caller as ASP.NET Core's identity. Typed and without claims: nothing reads claims, and creating them costs on every request.</summary>
internal sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(scheme)
{
    /// <summary>The authenticated caller.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The user's id.</summary>
    public override string Name => Caller.ActingUserId?.ToString() ?? "";
}
