using System.Text.RegularExpressions;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>How paths and operations are named.</summary>
public sealed partial class RouteTests
{
    // One thing of what is before it, not a collection of them.
    private static readonly string[] Singular = ["me", "organization", "mfa", "totp", "password", "email", "stream", "activity", "content", "avatar", "platform"];

    // Where versions and use of the interface begin.
    private static readonly string[] Roots = ["api", "v1"];

    public static TheoryData<string, string> Routes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var route in Route.All)
            {
                data.Add(route.Method, route.Path);
            }

            return data;
        }
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own()
    {
        Route.All.Where(route => !OperationId().IsMatch(route.Name)).Select(route => $"{route.Method} {route.Path}: {route.Name}")
            .Should().BeEmpty("an operation id is camelCase");
        Route.All.Select(route => route.Name).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Requirement", "R34")]
    public void A_path_is_lower_case_and_ends_without_a_slash(string method, string path)
    {
        method.Should().BeOneOf("GET", "POST", "PUT", "PATCH", "DELETE");
        path.Should().MatchRegex("^(/([a-z0-9.]+(-[a-z0-9]+)*|[{][a-z][A-Za-z]*[}]))+$");
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Requirement", "R32")]
    [Trait("Requirement", "R35")]
    public void A_path_contains_no_verb_but_an_action_at_its_end(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        segments.Should().NotContain(segment => Crud().IsMatch(segment), "the method says what is done");
        var verbs = segments.Where(IsAction).ToList();
        // Below /refresh is what the refresh cookie reaches.
        verbs.Except(segments is ["api", "auth", "refresh", _] ? ["refresh"] : []).Should().HaveCountLessThanOrEqualTo(1);
        if (verbs.Count > 0)
        {
            (method, segments[^1]).Should().Be(("POST", verbs[^1]));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Requirement", "R33")]
    public void A_resource_is_a_plural_noun(string method, string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments is not ["api", "v1", ..])
        {
            // Sign-in and the service's own pages are no resources.
            segments.Should().StartWith(segments is ["api", ..] ? ["api", "auth"] : segments.Take(1));
            return;
        }

        segments.Where(segment => !segment.StartsWith('{')).Except(Roots).Except(Singular).Where(segment => !IsAction(segment))
            .Should().NotContain(segment => !segment.EndsWith('s'), $"{method} {path}");
    }

    [Theory]
    [InlineData("getUsers")]
    [InlineData("create-user")]
    [InlineData("delete")]
    [InlineData("list")]
    public void A_verb_of_the_methods_is_recognized(string segment) => Crud().IsMatch(segment).Should().BeTrue();

    [Theory]
    [InlineData("users")]
    [InlineData("listings")]
    [InlineData("settings")]
    public void A_noun_is_none(string segment) => Crud().IsMatch(segment).Should().BeFalse();

    // An action is what the path of a POST ends with and the name of its operation begins with: POST /users/{id}/activate is activateUser.
    private static bool IsAction(string segment) => Route.All.Any(route => route.Method == "POST" && route.Path.EndsWith($"/{segment}", StringComparison.Ordinal)
        && route.Name.StartsWith(segment.Split('-')[0], StringComparison.Ordinal));

    [GeneratedRegex("^[a-z]+([A-Z][a-z0-9]*)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OperationId();

    [GeneratedRegex("^(get|list|find|fetch|create|add|update|edit|delete|remove|put|patch|post)($|-|[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex Crud();
}
