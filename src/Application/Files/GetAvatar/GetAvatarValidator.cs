using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Errors;
using FluentValidation;

namespace CleanApi.Application.Files;

internal sealed class GetAvatarValidator : AbstractValidator<GetAvatar>
{
    private const int MaxLength = 64;

    public GetAvatarValidator() => RuleFor(query => query.Version)
        .Must(text => text is null || text.Length <= MaxLength, new() { MaxLength = MaxLength, Example = "3f2a9c01d4e5b687" })
        .WithErrorCode(FieldCodes.TooLong).WithMessage($"Must have at most {MaxLength} characters");
}
