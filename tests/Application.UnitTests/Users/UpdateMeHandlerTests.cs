using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;

namespace CleanApi.Application.UnitTests.Users;

public sealed class UpdateMeHandlerTests : UserHandlerTest
{
    [Fact]
    [Trait("Requirement", "R205")]
    [Trait("Requirement", "R202")]
    public async Task The_caller_changes_their_own_profile()
    {
        var user = Stored();
        user.UpdateProfile("Name", "Bio", null, Clock.Now);
        SignInAs(user);
        var response = await Update(new UpdateMe { Name = " New ", AvatarUrl = "https://acme.test/a.png" });
        (response.Id, response.Name, response.Bio, response.AvatarUrl, response.Role).Should().Be((user.Id, "New", "Bio", "https://acme.test/a.png", user.Role));
        NothingChangesInAccess();
    }

    private Task<UserResponse> Update(UpdateMe command) => new UpdateMeHandler(Updates).Handle(command, CancellationToken.None);
}
