using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class VerifyEmailHandler(ISender sender, IExceptionTranslator translator) : IRequestHandler<VerifyEmail, Unit>
{
    public async Task<Unit> Handle(VerifyEmail request, CancellationToken cancellationToken)
    {
        try
        {
            return await sender.Send(new CompleteRegistration(request.Token!), cancellationToken);
        }
        catch (Exception exception) when (translator.Translate(exception) is DuplicateValueError)
        {
            throw AccessErrors.InvalidLink();
        }
    }
}
