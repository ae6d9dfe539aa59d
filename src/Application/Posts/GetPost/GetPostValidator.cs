using FluentValidation;

namespace CleanApi.Application.Posts;

internal sealed class GetPostValidator : AbstractValidator<GetPost>
{
    public GetPostValidator() => RuleFor(query => query.Include).PostIncludeRule();
}
