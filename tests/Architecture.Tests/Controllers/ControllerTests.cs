using CleanApi.Architecture.Tests.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CleanApi.Architecture.Tests.Controllers;

/// <summary>A controller translates HTTP to a request and back; it decides nothing.</summary>
public sealed class ControllerTests
{
    // Besides the sender: what belongs to HTTP itself, such as the cookies of a response.
    private static readonly HashSet<string> Injectable =
        ["ISender", "IHttpContextAccessor", .. Repository.Sources("src/WebApi").SelectMany(file => file.Types.OfType<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text)];

    [Fact]
    public void There_are_controllers() => ControllerFile.All.Should().NotBeEmpty().And.OnlyContain(controller => controller.Actions.Any());

    [Fact]
    [Trait("Requirement", "R17")]
    public void A_controller_is_given_the_sender() =>
        ControllerFile.All.SelectMany(controller => controller.Injected.Where(type => !Injectable.Contains(type)).Select(type => $"{controller.File.Path}: {type}"))
            .Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R17")]
    public void An_action_is_one_expression() => ControllerFile.All.SelectMany(controller => controller.Thick.Select(controller.File.Line)).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R17")]
    public void A_controller_catches_nothing_and_reads_nothing() =>
        ControllerFile.All.SelectMany(controller => controller.Misplaced.Select(controller.File.Place)).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R17")]
    public void Only_the_pipeline_decides_who_may() =>
        Repository.Sources("src/WebApi").SelectMany(file => Decision.In(file).Select(file.Place)).Should().BeEmpty("[RequiresPermission] on the request holds for every way in");

    [Fact]
    public void A_controller_that_works_is_found()
    {
        var controller = ControllerFile.In(SourceFile.Sample(
            """
            public sealed class SampleController(ISender sender, IReadRepository<User> users) : ControllerBase
            {
                [HttpGet("{id}")]
                public Task<IActionResult> Get([FromRoute(Name = "id")] UserId id) => One(new GetUser().Of(id));

                [HttpGet]
                public async Task<IActionResult> List(string name)
                {
                    try { return Ok(await users.ListAsync()); } finally { Log(); }
                }
            }
            """)).Should().ContainSingle().Subject;
        controller.Injected.Should().Equal("ISender", "IReadRepository<User>");
        controller.Actions.Select(action => action.Identifier.Text).Should().Equal("Get", "List");
        controller.Thick.OfType<MethodDeclarationSyntax>().Should().ContainSingle(action => action.Identifier.Text == "List");
        controller.Misplaced.Should().HaveCount(2, "it is given a repository, and has a try");
    }

    [Theory]
    [InlineData("[Authorize(Roles = \"admin\")] class Sample;", true)]
    [InlineData("class Sample { bool May => User.IsInRole(\"admin\"); }", true)]
    [InlineData("class Sample { bool May => caller.Has(Permissions.UsersRead); }", true)]
    [InlineData("class Sample { bool May => caller.Role == UserRole.Admin; }", true)]
    [InlineData("class Sample { bool May => caller.Role is not Users.UserRole.Viewer; }", true)]
    [InlineData("class Sample { UserRole Example => UserRole.Member; bool Has(string[] names) => names.Has(Name); }", false)]
    public void A_decision_is_found(string code, bool isOne) => Decision.In(SourceFile.Sample(code)).Any().Should().Be(isOne);
}
