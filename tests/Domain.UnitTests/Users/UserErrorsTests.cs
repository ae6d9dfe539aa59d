using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Users;

public sealed class UserErrorsTests
{
    [Fact]
    [Trait("Requirement", "R132")]
    [Trait("Requirement", "R236")]
    public void An_unknown_user_is_named_with_the_id()
    {
        var error = NotFoundError.Of(Sample.Other);
        error.Message.Should().Be($"User with ID {Sample.Other} not found");
        error.Details.Should().Equal(new ErrorDetail(null, FieldCodes.NotFound, $"No user with ID {Sample.Other} in this organization"));
    }

    [Fact]
    public void Every_read_only_field_that_differs_is_named()
    {
        var error = UserErrors.ReadOnly(["email", "status"]);
        error.StatusCode.Should().Be(422);
        error.Details.Should().Equal(new ErrorDetail("email", "READ_ONLY", "Read-only here"), new ErrorDetail("status", "READ_ONLY", "Read-only here"));
    }
}
