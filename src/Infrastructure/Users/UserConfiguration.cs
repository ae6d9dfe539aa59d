using CleanApi.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CleanApi.Infrastructure.Users;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", "users");
        builder.Ignore(user => user.IsActiveAdmin);

        // The database generates it, for searches alone: it is neither written nor read back after a write.
        var searchText = builder.Property(user => user.SearchText).Metadata;
        searchText.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        searchText.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
