using CleanApi.Application.Access;
using Mapster;

namespace CleanApi.WebApi.Access;

/// <summary>Maps responses to resources.</summary>
internal sealed class SecondFactorResourceMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<TotpResponse, TotpAttributes>();
        config.NewConfig<TotpResponse, TotpResource>()
            .Map(resource => resource.Id, totp => totp.UserId.ToString())
            .Map(resource => resource.Type, _ => TotpResource.TypeName)
            .Map(resource => resource.Attributes, totp => totp);
        config.NewConfig<TotpEnrolmentResponse, TotpEnrolmentAttributes>();
        config.NewConfig<TotpEnrolmentResponse, TotpEnrolmentResource>()
            .Map(resource => resource.Id, enrolment => enrolment.UserId.ToString())
            .Map(resource => resource.Type, _ => TotpEnrolmentResource.TypeName)
            .Map(resource => resource.Attributes, enrolment => enrolment);
        config.NewConfig<RecoveryCodesResponse, RecoveryCodesAttributes>();
        config.NewConfig<RecoveryCodesResponse, RecoveryCodesResource>()
            .Map(resource => resource.Id, codes => codes.UserId.ToString())
            .Map(resource => resource.Type, _ => RecoveryCodesResource.TypeName)
            .Map(resource => resource.Attributes, codes => codes);
    }
}
