using CleanApi.Application.Common.RateLimits;
using CleanApi.Application.Common.Security;
using CleanApi.WebApi.Access;
using CleanApi.WebApi.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace CleanApi.WebApi.RateLimits;

/// <summary>Says in which windows a request is counted.</summary>
internal sealed class RateLimitWindows(RateLimitSettings settings)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>
    /// One for each policy of its endpoint, the default one first: what it refuses has cost none of the rarer ones. A request that reaches no endpoint is under the default
    /// policy.
    /// </summary>
    public RateLimitWindow[] Of(HttpContext context)
    {
        var caller = (context.User.Identity as CallerIdentity)?.Caller;
        var metadata = context.GetEndpoint()?.Metadata;
        var principal = caller is UserCaller user && metadata?.GetMetadata<LimitedBySessionAttribute>() is not null
            ? RateLimitPrincipal.OfSession(user.SessionId)
            : RateLimitPrincipal.Of(caller, context.Connection.RemoteIpAddress, caller is null && SameOrigin.IsFromAnotherSite(context.Request));
        var policy = metadata?.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName ?? RatePolicies.Api;
        return policy == RatePolicies.Expensive
            ? [Window(RatePolicies.Api, principal, caller), Window(policy, principal, caller)]
            : [Window(policy, principal, caller)];
    }

    private RateLimitWindow Window(string policy, RateLimitPrincipal principal, Caller? caller)
    {
        var limit = LimitOf(policy, caller);
        return new(policy, principal, limit.Permits, limit.Window, FailsClosed: policy != RatePolicies.Api);
    }

    // The narrowest that is set: the key's own, its organization's, everybody's.
    private RateLimit LimitOf(string policy, Caller? caller) => caller switch
    {
        ApiKeyCaller { RateLimitPerMinute: { } permits } when policy == RatePolicies.Api => new(permits, Minute),
        { } one when settings.Organizations.TryGetValue(one.OrganizationId, out var limits) => limits[policy],
        _ => settings.Limits[policy],
    };
}
