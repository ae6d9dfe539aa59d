using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Keeps a path that is written out from being taken for one with an id: <c>GET /users/invite</c> is a method that <c>/users/invite</c> does not have, and no
/// <c>GET /users/{id}</c>. Routing by itself falls back from the one to the other where the method differs. The order of paths is that of OpenAPI 3.1, "Path
/// Templating Matching": those without templates first.
/// </summary>
internal sealed class LiteralPathPolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Before endpoints are told apart by their methods, at -1000.</summary>
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

    // All of them match the same path, so that literals in one place are the same literal. A pattern with constraints may still turn the path down.
    private static bool Hides(RoutePattern one, RoutePattern other) =>
        one.ParameterPolicies.Count == 0
        && one.PathSegments.Zip(other.PathSegments, (a, b) => (One: IsLiteral(a), Other: IsLiteral(b))).FirstOrDefault(pair => pair.One != pair.Other).One;

    private static bool IsLiteral(RoutePatternPathSegment segment) => segment.Parts.All(part => part.IsLiteral);

    private sealed class OneWay(int destination) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => destination;
    }
}
