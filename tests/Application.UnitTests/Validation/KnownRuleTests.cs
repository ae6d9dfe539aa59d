using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Access;
using FluentValidation;

namespace CleanApi.Application.UnitTests.Validation;

public sealed class KnownRuleTests
{
    [Fact]
    public void The_message_names_the_values_as_clients_write_them() =>
        new Validator().Validate((SessionEndReason)(-1)).Errors.Should().ContainSingle().Which.ErrorMessage
            .Should().Contain("SIGNED_OUT").And.Contain("ENDED_BY_ADMINISTRATOR").And.NotContain("SIGNEDOUT");

    private sealed class Validator : AbstractValidator<SessionEndReason>
    {
        public Validator() => RuleFor(reason => reason).KnownRule();
    }
}
