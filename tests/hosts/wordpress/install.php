<?php
// Installs WordPress and posts what a folder has: install.php <WordPress> <posts>/<role>/<name>.html
[, $site, $posts] = $argv;
$database = new mysqli('127.0.0.1', 'anyone', '', null, (int) getenv('DATABASE_PORT'));
$database->query('CREATE DATABASE wordpress');

$_SERVER['HTTP_HOST'] = parse_url(getenv('SITE'), PHP_URL_HOST);
define('WP_INSTALLING', true);
require "$site/wp-load.php";
require "$site/wp-admin/includes/upgrade.php";
wp_install('A site', 'administrator', 'administrator@example.org', false, '', wp_generate_password());
wp_create_user('author', wp_generate_password(), 'author@example.org');
get_user_by('login', 'author')->set_role('author');

foreach (glob("$posts/*/*.html") as $file) {
    // What somebody may post is filtered once they are logged in.
    wp_set_current_user(get_user_by('login', basename(dirname($file)))->ID);
    $post = [
        'post_title' => basename($file, '.html'),
        'post_name' => basename($file, '.html'),
        'post_content' => file_get_contents($file),
        'post_status' => 'publish',
    ];
    $done = wp_insert_post(wp_slash($post), true);
    if (is_wp_error($done)) {
        exit($done->get_error_message());
    }
}
