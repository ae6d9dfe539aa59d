using System.Text.RegularExpressions;
using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>A controller translates HTTP to a request and back; it decides nothing.</summary>
public sealed partial class ControllerTests
{
    // Besides the sender: what belongs to HTTP itself, which no use case knows of, such as the cookies of an answer.
    private static readonly HashSet<string> Injectable = ["ISender", "IHttpContextAccessor", .. Repository.Sources("src/WebApi").SelectMany(file => file.Types)];

    [Fact]
    public void There_are_controllers() => ControllerFile.All.Should().NotBeEmpty().And.OnlyContain(controller => controller.Actions.Count > 0);

    [Fact]
    [Trait("Requirement", "R17")]
    public void A_controller_is_given_the_sender() =>
        ControllerFile.All
            .SelectMany(controller => controller.Injected.Where(type => !Injectable.Contains(type)).Select(type => $"{controller.File.Path}: {type}"))
            .Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R17")]
    public void An_action_is_one_expression() =>
        ControllerFile.All.SelectMany(controller => controller.Actions.Where(action => !action.Body.TrimStart().StartsWith("=>", StringComparison.Ordinal))
            .Select(action => $"{controller.File.Path}: {action.Name}")).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R17")]
    public void A_controller_catches_nothing_and_reads_nothing() =>
        ControllerFile.All.SelectMany(controller => controller.File.Find(NotForControllers())).Should().BeEmpty();

    [Fact]
    public void Only_the_pipeline_decides_who_may() =>
        Repository.Sources("src/WebApi").SelectMany(file => file.Find(Decision())).Should().BeEmpty("[RequiresPermission] on the request holds for every way in");

    [GeneratedRegex(@"\b(try|catch|I(Read)?Repository\w*|DbContext|\w+DbContext|IUnitOfWork|Specification)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex NotForControllers();

    [GeneratedRegex(@"\[Authorize\b|\bIsInRole\(|\.Has\(Permissions\.|(==|!=|\bis|\bnot|\bcase)\s+UserRole\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Decision();
}
