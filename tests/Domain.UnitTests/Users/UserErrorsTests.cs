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
        error.Details.Should().Equal(new ErrorDetail("resource", FieldCodes.NotFound, "User"), new ErrorDetail("id", FieldCodes.NotFound, Sample.Other.ToString()));
    }

    [Fact]
    public void Another_address_is_a_validation_error_of_that_field()
    {
        var error = UserErrors.EmailIsReadOnly();
        error.StatusCode.Should().Be(422);
        error.Details.Should().ContainSingle(detail => detail.Field == "email" && detail.Code == FieldCodes.InvalidValue);
    }
}
