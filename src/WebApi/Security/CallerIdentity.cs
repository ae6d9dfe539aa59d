using System.Security.Claims;
using CleanApi.Application.Common.Security;

namespace CleanApi.WebApi.Security;

/// <summary>The caller as ASP.NET Core's identity. Typed, with no claims: nothing here decides by claims, and making them costs on every request.</summary>
/// <param name="caller">Who.</param>
/// <param name="scheme">How they proved it.</param>
internal sealed class CallerIdentity(Caller caller, string scheme) : ClaimsIdentity(scheme)
{
    /// <summary>Who.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>The user's id.</summary>
    public override string Name => Caller.ActingUserId?.ToString() ?? "";
}
