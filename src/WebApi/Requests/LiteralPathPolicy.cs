using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Prefers literal paths over templates regardless of the method: <c>GET /users/invite</c> is 405 for <c>/users/invite</c>, not <c>GET /users/{id}</c>. ASP.NET
/// Core's routing falls back to the template when the method differs. Source: OpenAPI 3.1, "Path Templating Matching": paths without templates match first.
/// </summary>
internal sealed class LiteralPathPolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Runs before the HTTP method policy, whose order is -1000.</summary>
    public override int Order => -2000;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        !ContainsDynamicEndpoints(endpoints) && endpoints.Any(endpoint => IsHidden(endpoint, endpoints));

    /// <inheritdoc />
    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
        [new PolicyNodeEdge(nameof(LiteralPathPolicy), [.. endpoints.Where(endpoint => !IsHidden(endpoint, endpoints))])];

    /// <inheritdoc />
    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) => new OneWay(edges[0].Destination);

    private static bool IsHidden(Endpoint endpoint, IReadOnlyList<Endpoint> endpoints) =>
        endpoint is RouteEndpoint { RoutePattern: var pattern }
        && endpoints.OfType<RouteEndpoint>().Any(other => Hides(other.RoutePattern, pattern));

    // All candidates match the same path, so literals in the same segment are equal. A pattern with constraints may still reject the path.
    private static bool Hides(RoutePattern one, RoutePattern other) =>
        one.ParameterPolicies.Count == 0
        && one.PathSegments.Zip(other.PathSegments, (a, b) => (One: IsLiteral(a), Other: IsLiteral(b))).FirstOrDefault(pair => pair.One != pair.Other).One;

    private static bool IsLiteral(RoutePatternPathSegment segment) => segment.Parts.All(part => part.IsLiteral);

    private sealed class OneWay(int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => destination;
    }
}
