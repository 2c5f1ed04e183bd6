/* Swaps two names with each other as fast as it can, COUNT times: swap ONE OTHER COUNT.
 *
 * Where one of them was taken away meanwhile, it ends with status 3 and says how many swaps were made. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **words) {
    if (argc != 4) return 64;
    long count = atol(words[3]);
    for (long i = 0; i < count; i++)
        if (renameat2(AT_FDCWD, words[1], AT_FDCWD, words[2], RENAME_EXCHANGE)) {
            if (errno != ENOENT) {
                perror("swap");
                return 1;
            }
            printf("%ld\n", i);
            return 3;
        }
    printf("%ld\n", count);
    return 0;
}
