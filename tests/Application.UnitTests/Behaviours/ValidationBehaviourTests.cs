using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.UnitTests.Behaviours;

[Trait("Requirement", "R15")]
public sealed class ValidationBehaviourTests
{
    [Fact]
    [Trait("Requirement", "R204")]
    [Trait("Requirement", "R137")]
    public async Task Every_error_of_every_validator_comes_with_path_code_and_message()
    {
        var error = await Shape.Check<Move, string>(new Move(null, new Place(null)), new NameValidator(), new PlaceValidator());
        (error!.Code, error.StatusCode).Should().Be((ErrorCodes.Validation, 422));
        error.Details.Should().Equal(
            new ErrorDetail("fullName", FieldCodes.Required, "Name is required"),
            new ErrorDetail("toPlace.cityName", FieldCodes.Required, "City is required"),
            new ErrorDetail("toPlace.houses[1]", FieldCodes.OutOfRange, "No such house"));
    }

    [Fact]
    [Trait("Requirement", "R167")]
    public async Task A_command_has_a_body_and_a_query_has_parameters()
    {
        (await Shape.Check<Move, string>(new Move(null, new Place("X")), new NameValidator()))!.Message.Should().Be("Invalid request body");
        (await Shape.Check<Find, string>(new Find(null), new FindValidator()))!.Message.Should().Be("Invalid query parameters");
    }

    [Fact]
    public async Task A_request_without_errors_or_validators_is_handled()
    {
        (await Shape.Check<Move, string>(new Move("A", new Place("X")), new NameValidator())).Should().BeNull();
        (await Shape.Check<Move, string>(new Move(null, new Place(null)))).Should().BeNull();
    }

    private sealed record Place(string? CityName)
    {
        public IReadOnlyList<int> Houses { get; } = [1, 0];
    }

    private sealed record Move(string? FullName, Place ToPlace) : ICommand<string>;

    private sealed record Find(string? Text) : IQuery<string>;

    private sealed class NameValidator : AbstractValidator<Move>
    {
        public NameValidator() => RuleFor(move => move.FullName).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("Name is required");
    }

    private sealed class PlaceValidator : AbstractValidator<Move>
    {
        public PlaceValidator()
        {
            RuleFor(move => move.ToPlace.CityName).NotNull().WithErrorCode(FieldCodes.Required).WithMessage("City is required");
            RuleForEach(move => move.ToPlace.Houses).GreaterThan(0).WithErrorCode(FieldCodes.OutOfRange).WithMessage("No such house");
        }
    }

    private sealed class FindValidator : AbstractValidator<Find>
    {
        public FindValidator() => RuleFor(find => find.Text).NotNull().WithErrorCode(FieldCodes.Required);
    }
}
