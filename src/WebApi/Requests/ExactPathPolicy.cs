using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CleanApi.WebApi.Requests;

/// <summary>
/// Matches paths as they are written: ASP.NET Core ignores case and a slash at the end, with which two addresses would name one resource (RFC 3986, section
/// 6.2.2.1). What another spelling leads to is not there for any method: 404, and never a 405 that would tell the methods of the right spelling.
/// </summary>
internal sealed class ExactPathPolicy : MatcherPolicy, INodeBuilderPolicy
{
    /// <summary>Runs before <see cref="LiteralPathPolicy"/>: a literal in another case hides no template.</summary>
    public override int Order => -3000;

    /// <inheritdoc />
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => !ContainsDynamicEndpoints(endpoints);

    /// <inheritdoc />
    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints)
    {
        var spellings = Spellings(endpoints);
        // One edge for each set of spellings that a path can have: /users/invite has that of /users/invite and of /users/{id}, /users/INVITE the latter only.
        return [.. Enumerable.Range(1, (1 << spellings.Count) - 1).Select(set => new PolicyNodeEdge(
            new Edge(set, spellings), [.. endpoints.Where(endpoint => (set & (1 << spellings.FindIndex(spelling => spelling.Contains(endpoint)))) != 0)]))];
    }

    /// <inheritdoc />
    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges) => new BySpelling(exitDestination, edges);

    private static List<List<Endpoint>> Spellings(IReadOnlyList<Endpoint> endpoints) =>
        [.. endpoints.GroupBy(endpoint => endpoint is RouteEndpoint { RoutePattern: var pattern } ? Spelling(pattern) : "", StringComparer.Ordinal).Select(group => group.ToList())];

    private static string Spelling(RoutePattern pattern) => string.Join('/', pattern.PathSegments.Select(segment => segment.Parts switch
    {
        [RoutePatternLiteralPart literal] => literal.Content,
        [RoutePatternParameterPart { IsCatchAll: true }] => "{**}",
        _ => "{}",
    }));

    private static bool IsExact(ReadOnlySpan<char> path, RoutePattern pattern)
    {
        foreach (var segment in pattern.PathSegments)
        {
            path = path is ['/', ..] ? path[1..] : path;
            var end = path.IndexOf('/');
            var written = end < 0 ? path : path[..end];
            if (segment.Parts is [RoutePatternLiteralPart literal])
            {
                if (!written.SequenceEqual(literal.Content))
                {
                    return false;
                }
            }
            else if (segment.Parts is [RoutePatternParameterPart { IsCatchAll: true }])
            {
                return true;
            }

            path = path[written.Length..];
        }

        return path.Length == 0 || pattern.PathSegments.Count == 0;
    }

    private sealed record Edge(int Set, List<List<Endpoint>> Spellings);

    private sealed class BySpelling : PolicyJumpTable
    {
        private readonly int exit;
        private readonly int[] destinations;
        private readonly (RoutePattern? Pattern, HashSet<string>? Methods)[] spellings;

        public BySpelling(int exit, IReadOnlyList<PolicyJumpTableEdge> edges)
        {
            this.exit = exit;
            var all = ((Edge)edges[0].State).Spellings;
            spellings = [.. all.Select(spelling => ((spelling[0] as RouteEndpoint)?.RoutePattern, Methods(spelling)))];
            destinations = new int[1 << all.Count];
            Array.Fill(destinations, exit);
            foreach (var edge in edges)
            {
                destinations[((Edge)edge.State).Set] = edge.Destination;
            }
        }

        public override int GetDestination(HttpContext httpContext)
        {
            var (set, path, method) = (0, httpContext.Request.Path.Value, httpContext.Request.Method);
            var (isTaken, isTakenElsewhere) = (false, false);
            for (var i = 0; i < spellings.Length; i++)
            {
                var (pattern, methods) = spellings[i];
                var takes = methods?.Contains(method) is not false;
                if (pattern is null || IsExact(path, pattern))
                {
                    (set, isTaken) = (set | (1 << i), isTaken || takes);
                }
                else
                {
                    isTakenElsewhere |= takes;
                }
            }

            // POST /users/INVITE is meant for /users/invite: a 405 of /users/{id} would be about something else.
            return !isTaken && isTakenElsewhere ? exit : destinations[set];
        }

        // Null: all.
        private static HashSet<string>? Methods(List<Endpoint> endpoints)
        {
            var lists = endpoints.ConvertAll(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods);
            return lists.Exists(list => list is null or []) ? null : lists.SelectMany(list => list!).ToHashSet(StringComparer.Ordinal);
        }
    }
}
