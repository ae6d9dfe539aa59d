using CleanApi.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Access;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasMany(account => account.Memberships).WithOne(membership => membership.Account).HasForeignKey(membership => membership.AccountId);
        builder.Navigation(account => account.Memberships).AutoInclude();
    }
}
