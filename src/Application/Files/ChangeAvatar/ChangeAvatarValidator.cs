using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using FluentValidation;

namespace CleanApi.Application.Files;

internal sealed class ChangeAvatarValidator : AbstractValidator<ChangeAvatar>
{
    public ChangeAvatarValidator() => RuleFor(command => command.ContentType).Must(type => FileType.FindPicture(type) is not null)
        .WithErrorCode(FieldCodes.InvalidValue).WithMessage(FileErrors.PictureMessage);
}
